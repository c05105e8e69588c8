import { maxFetchedBytes, type Fetched } from '../../shared/bridge/index.ts';
import { ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import { isPrivateIp, isPrivateName, webTarget } from './address.ts';
import { networkProblem, problem, statusProblem, tooSlow } from './problems.ts';
import type { FetchProblem } from './problems.ts';
import type { Answer, Transport } from './transport.ts';

/** More redirects than any honest page needs. */
const mostRedirects = 10;

export interface FetchOptions {
  readonly signal: AbortSignal;
  /** A person has confirmed that an address of this computer or its network is meant. */
  readonly allowPrivate: boolean;
  readonly onProgress: (received: number, total: number | null) => void;
  /** Milliseconds: for an answer to begin, and for the next piece of it to come. */
  readonly patience?: number;
  /** Milliseconds for all of it. */
  readonly longest?: number;
  readonly mostBytes?: number;
}

type Outcome = Result<Fetched, FetchProblem>;

/** Fetches what is at an address, over redirects, each of which is looked at like the first. Never throws. */
export async function fetchPage(transport: Transport, address: string, options: FetchOptions): Promise<Outcome> {
  const { signal, allowPrivate, longest = 5 * 60_000 } = options;
  const first = webTarget(address);
  if (first === null) {
    return problem(
      'bad-address',
      'This is no web address: it has to begin with https:// or http://. Check it and try again.',
    );
  }
  const deadline = AbortSignal.timeout(longest);
  const all = AbortSignal.any([signal, deadline]);
  let url = first;
  try {
    for (let step = 0; step <= mostRedirects; step += 1) {
      if (!allowPrivate && (await isPrivate(transport, url.hostname))) return privateProblem(url, step > 0);
      const answer = await within(options, all, (own) => transport.ask(url.href, own));
      if (answer.kind === 'page') return await received(answer, url, all, options);
      const next = URL.canParse(answer.location, url.href) ? webTarget(new URL(answer.location, url.href).href) : null;
      if (next === null) return problem('redirects', `${url.host} sends on to something that is no web address.`);
      url = next;
    }
    return problem(
      'redirects',
      `${first.host} sends on from address to address without end. Open the page in a browser, save it and add the file.`,
    );
  } catch (error) {
    if (signal.aborted) return problem('cancelled', 'Fetching was stopped. Nothing was added.');
    return deadline.aborted || error instanceof Late ? tooSlow(url.host) : networkProblem(error, url.host);
  }
}

async function received(
  { status, mediaType, length, pieces }: Extract<Answer, { kind: 'page' }>,
  url: URL,
  signal: AbortSignal,
  { onProgress, mostBytes = maxFetchedBytes, ...options }: FetchOptions,
): Promise<Outcome> {
  if (status < 200 || status > 299) return statusProblem(status, url.host);
  const tooLarge = problem(
    'too-large',
    `What is at this address has more than ${String(Math.floor(mostBytes / 1024 / 1024))} MiB. Nothing was added: save the part that matters and add the file.`,
  );
  if (length !== null && length > mostBytes) return tooLarge;
  const parts: Uint8Array[] = [];
  let count = 0;
  const iterator = pieces[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await within(options, signal, () => iterator.next());
      if (next.done === true) break;
      count += next.value.length;
      if (count > mostBytes) return tooLarge;
      parts.push(next.value);
      onProgress(count, length);
    }
  } finally {
    // Whatever ends it, the connection is let go of.
    void iterator.return?.();
  }
  if (count === 0) return problem('empty', `${url.host} answered with an empty page. Nothing was added.`);
  return ok({ bytes: joined(parts, count), mediaType, finalAddress: url.href, fetchedAt: new Date().toISOString() });
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

async function isPrivate({ resolve }: Transport, hostname: string): Promise<boolean> {
  if (isPrivateName(hostname)) return true;
  return (await resolve(hostname)).some(isPrivateIp);
}

function privateProblem({ host }: URL, isRedirect: boolean) {
  const where = isRedirect ? `The page sends on to ${host}, which` : host;
  return problem(
    'private',
    `${where} is this computer, or a part of its own network, and not of the web. Fetch it only if you know what it is.`,
  );
}

class Late extends Error {}

/** Waits for one step, not longer than a step may take, and not once all of it is over. */
async function within<T>(
  { patience = 30_000 }: Pick<FetchOptions, 'patience'>,
  signal: AbortSignal,
  step: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const late = new AbortController();
  const own = AbortSignal.any([signal, late.signal]);
  const timer = setTimeout(() => late.abort(new Late()), patience);
  try {
    const ended = new Promise<never>((_, reject) => {
      own.addEventListener('abort', () => reject(own.reason instanceof Error ? own.reason : new Error('stopped')));
    });
    own.throwIfAborted();
    return await Promise.race([step(own), ended]);
  } finally {
    clearTimeout(timer);
  }
}
