import { maxSourceBytes } from '../../../shared/bridge/index.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Err, Result } from '../../../shared/lib/result.ts';
import { sha256 } from '../../persistence/indexeddb-captures.ts';
import { loadReading } from '../../session/captured-reading.ts';
import { captureEnding } from '../capture-words.ts';
import type { CaptureItem, ItemState, ReadItem } from './capture-item.ts';
import { nameOf, readOf } from './capture-item.ts';
import { suggestedWords } from './details.ts';
import { duplicateAmong, duplicateIn } from './duplicates.ts';
import type { Duplicate } from './duplicates.ts';
import type { QueueServices } from './queue-services.ts';

type Failure = Pick<ItemState & { readonly kind: 'problem' }, 'message' | 'canRetry' | 'nevertheless'>;

interface Reading {
  readonly services: Pick<QueueServices, 'session' | 'captures' | 'extract' | 'today'>;
  /** The others that are on their way, as they are then. */
  readonly others: () => readonly CaptureItem[];
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** How much of a text is shown to recognise it by; UTF-16 units. */
const beginning = 400;

/** Reads one item: what it says, what is known of it, and whether it is here already. */
export async function readItem(
  item: CaptureItem,
  { services, others, signal, onProgress }: Reading,
): Promise<Result<Partial<CaptureItem>, Failure>> {
  const brought = await bytesOf(item, signal);
  if (!brought.ok) {
    const { message, nevertheless = null } = brought.error;
    return err({ message, canRetry: true, nevertheless });
  }
  const { bytes, hint } = brought.value;
  const extracted = await services.extract(bytes, hint, { signal, onProgress });
  if (!extracted.ok) {
    const { reason, message } = extracted.error;
    return err({ message, canRetry: reason === 'timeout', nevertheless: null });
  }
  const { mediaType, reading, notes } = extracted.value;
  // What reads files is only needed with a file: the window's first picture does not wait for it.
  const { stringifyReading } = await import('../../../shared/captures/index.ts');
  const words = suggestedWords(reading.detected, services.today());
  const title = words.title || titleFromName(hint.name) || item.brought.name;
  const hash = await sha256(bytes);
  const address = hint.address ?? '';
  const stored = stringifyReading(reading);
  if (stored.byteLength > maxSourceBytes) return err(tooMuchText);
  const read: ReadItem = {
    hash,
    name: hint.name || `${fileName(title)}${captureEnding(mediaType)}`,
    mediaType,
    address,
    original: new Blob([new Uint8Array(bytes)]),
    reading: new Blob([stored]),
    begins: reading.text.slice(0, beginning),
    notes,
    readsTheSame: item.into !== null && (await textBefore(services, item.into)) === reading.text,
  };
  const known = { ...words, title, address: words.address || address };
  const duplicate =
    item.into === null ? duplicateOf({ hash, known: [known.address, address] }, services, others()) : null;
  return ok({
    state: { kind: 'ready', read },
    words: known,
    duplicate,
    ...(item.into !== null ? {} : { choice: firstChoice(duplicate) }),
  });
}

const tooMuchText: Failure = {
  message: 'This file holds more text than can be kept with one source. Nothing was added: add it in parts.',
  canRetry: false,
  nevertheless: null,
};

/** What is suggested, never done unseen: bytes that are here are left out, a page that changed is a new version. */
function firstChoice(duplicate: Duplicate | null): CaptureItem['choice'] {
  if (duplicate === null) return 'new';
  return duplicate.by === 'bytes' || duplicate.source === null ? 'skip' : 'version';
}

async function bytesOf(item: CaptureItem, signal: AbortSignal): ReturnType<CaptureItem['brought']['read']> {
  const stopped = new Promise<Err<{ readonly message: string }>>((resolve) => {
    signal.addEventListener('abort', () => resolve(err({ message: 'Reading was stopped.' })));
  });
  try {
    // Who stops it need not wait for a disk or a network that does not answer.
    return await Promise.race([item.brought.read(signal), stopped]);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return err({ message: `“${nameOf(item)}” could not be read. ${why}` });
  }
}

function duplicateOf(
  { hash, known }: { readonly hash: string; readonly known: readonly string[] },
  { session }: Pick<QueueServices, 'session'>,
  others: readonly CaptureItem[],
): Duplicate | null {
  const addresses = known.filter((address) => address !== '');
  const here = duplicateIn(session.reader.list('sources'), { hash, addresses });
  if (here !== undefined) return here;
  const among = others.flatMap((other) => {
    const read = readOf(other);
    if (read === null || other.choice === 'skip') return [];
    return [{ hash: read.hash, addresses: [read.address, other.words.address], title: nameOf(other) }];
  });
  return duplicateAmong(among, { hash, addresses }) ?? null;
}

/** The text of the latest capture of a source, where it is at hand. */
async function textBefore(
  { session, captures }: Pick<QueueServices, 'session' | 'captures'>,
  source: string,
): Promise<string | null> {
  const latest = session.reader.entry('sources', source)?.fields.captures.at(-1);
  if (latest === undefined) return null;
  const reading = await loadReading(captures, session.id, latest);
  return reading.ok ? reading.value.text : null;
}

/** "port-log_2.pdf" as "Port log 2"; '' where the name says nothing. */
function titleFromName(name: string): string {
  const words = name
    .replace(/\.[^.\s]{1,8}$/, '')
    .replace(/[-_\s]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A title as a file's name. */
function fileName(title: string): string {
  return (
    title
      .replace(/[\u0000-\u001f<>:"/\\|?*\s]+/g, ' ')
      .slice(0, 80)
      .trim() || 'Source'
  );
}
