import * as v from 'valibot';
import { fromBase64, toBase64 } from './base64.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const bytes = v.pipe(
  v.string(),
  v.maxLength(400_000),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const read = fromBase64(dataset.value);
    if (read !== null) return read;
    addIssue({ message: 'Not base64url' });
    return NEVER;
  }),
);

const schema = v.variant('type', [
  /** All blobs of the generation within this state vector (as Yjs encodes it) are stored for good. */
  v.object({ type: v.literal('durable'), generation: count, vector: bytes }),
  /** A newer generation has begun; writers of the one before have to follow. */
  v.object({ type: v.literal('rotate'), generation: count }),
  /** The membership has a new head. */
  v.object({ type: v.literal('acl'), head: bytes }),
  /** Something was not taken because of a limit; try again after so many milliseconds. */
  v.object({ type: v.literal('limit'), code: v.pipe(v.string(), v.maxLength(64)), retryMs: count }),
]);

/** What relay and devices tell each other beside the documents. */
export type SyncMessage = v.InferOutput<typeof schema>;

export function messageText(message: SyncMessage): string {
  return JSON.stringify(message, (_, value: unknown) => (value instanceof Uint8Array ? toBase64(value) : value));
}

/** Reads a message; null for what is none, or one of a newer version, which is passed over. */
export function parseMessage(text: string): SyncMessage | null {
  try {
    const read = v.safeParse(schema, JSON.parse(text));
    return read.success ? read.output : null;
  } catch {
    return null;
  }
}
