/** Text, and what was done to get it. */
export interface Decoded {
  readonly text: string;
  /** The encoding it was read in, as `TextDecoder` names it. */
  readonly encoding: string;
  /** Whether the encoding is a guess, or letters in it were not readable. */
  readonly isDoubtful: boolean;
}

/**
 * Turns bytes into text: by their byte order mark, else as UTF-8 where they are, else as what was declared, else as Windows-1252.
 * What was declared counts before UTF-8 only where that would not be read: a page saved anew often keeps an old declaration.
 * @param declared encoding named by a header or the page itself; '' for none
 */
export function decodeBytes(bytes: Uint8Array, declared = ''): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked !== '') return lossy(bytes, marked, false);
  const utf8 = strictly(bytes, 'utf-8');
  // ISO-2022-JP and the like are ASCII to look at, so that a declaration of such an encoding is believed.
  const named = knownLabel(declared);
  if (utf8 !== null && !/^(?:iso-2022|utf-16)/.test(named)) return { text: utf8, encoding: 'utf-8', isDoubtful: false };
  const wide = wideWithoutMark(bytes);
  if (wide !== '') return lossy(bytes, wide, true);
  if (named === '') return lossy(bytes, utf8 === null ? 'windows-1252' : 'utf-8', utf8 === null);
  return lossy(bytes, named, false);
}

/** Whether these are UTF-16 by their mark, or by their zeros. */
export function isWide(bytes: Uint8Array): boolean {
  return byteOrderMark(bytes).startsWith('utf-16') || wideWithoutMark(bytes) !== '';
}

function lossy(bytes: Uint8Array, encoding: string, isGuess: boolean): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, isDoubtful: isGuess || strictly(bytes, encoding) === null };
}

function byteOrderMark([first, second, third]: Uint8Array): string {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return '';
}

/** UTF-16 whose mark is missing has zeros in every second place. */
function wideWithoutMark(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 4096);
  const zeros: [even: number, odd: number] = [0, 0];
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2 === 0 ? 0 : 1] += 1;
  });
  const [even, odd] = zeros;
  const isWideText = Math.max(even, odd) > sample.length / 8 && Math.min(even, odd) < sample.length / 64;
  if (!isWideText) return '';
  return even > odd ? 'utf-16be' : 'utf-16le';
}

function strictly(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The label in small letters where `TextDecoder` knows it, else ''. */
function knownLabel(label: string): string {
  const small = label.trim().toLowerCase();
  try {
    if (small !== '') new TextDecoder(small);
    return small;
  } catch {
    return '';
  }
}

/** The encoding that a media type names: `text/html; charset=windows-1251`. */
export function charsetIn(mediaType = ''): string {
  return /;\s*charset\s*=\s*["']?([^\s"';]+)/i.exec(mediaType)?.[1] ?? '';
}
