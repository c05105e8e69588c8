import * as v from 'valibot';
import { nothing, resultOf } from './method.ts';

/** The most that is fetched, in bytes. */
export const maxFetchedBytes = 200 * 1024 * 1024;

/**
 * Why nothing came. `bad-address`: no web address; `private`: it is this computer or its own network, which a person has to confirm;
 * `certificate`: the server could not prove who it is; `refused`: the server answered with an error.
 */
export const fetchFailures = [
  'bad-address',
  'private',
  'no-network',
  'unreachable',
  'certificate',
  'refused',
  'redirects',
  'timeout',
  'too-large',
  'empty',
  'cancelled',
] as const;
export type FetchFailure = (typeof fetchFailures)[number];

/** A name that the page makes up for one fetch, to hear of it and to stop it. */
const ticket = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));

/** What came: the bytes, what they were sent as, and the address they came from in the end. */
export const fetchedSchema = v.object({
  bytes: v.pipe(
    v.instance(Uint8Array),
    v.check((bytes) => bytes.byteLength <= maxFetchedBytes, 'larger than a page may be'),
  ),
  /** With its parameters; '' where the server did not say. */
  mediaType: v.string(),
  finalAddress: v.string(),
  /** ISO 8601, UTC. */
  fetchedAt: v.string(),
});
export type Fetched = v.InferOutput<typeof fetchedSchema>;

/** Arguments and answers of the methods that fetch, and what is told meanwhile. */
export const fetching = {
  page: {
    /** `allowPrivate`: a person has confirmed that an address of this computer or its network is meant. */
    args: v.object({ ticket, address: v.pipe(v.string(), v.maxLength(8192)), allowPrivate: v.boolean() }),
    result: resultOf(fetchedSchema, fetchFailures),
  },
  stop: { args: v.object({ ticket }), result: nothing },
  /** Bytes that came so far, and how many there will be; null where the server did not say. */
  progress: v.object({ ticket, received: v.number(), total: v.nullable(v.number()) }),
} as const;
