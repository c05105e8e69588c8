import { asciiOf } from '../text/bytes.ts';

/** One part of a message: its headers by name in small letters, and its body as it was before it was packed for mail. */
export interface MimePart {
  readonly headers: ReadonlyMap<string, string>;
  /** In small letters, without parameters. */
  readonly mediaType: string;
  readonly bytes: () => Uint8Array;
}

/** Deeper nesting, and more parts, are harm. */
const deepest = 8;
const mostParts = 5000;
const longestHead = 64 * 1024;

/** A message and all its parts, whatever they are nested in, in order; the containers themselves are left out. */
export function partsOf(message: Uint8Array): {
  readonly head: ReadonlyMap<string, string>;
  readonly parts: readonly MimePart[];
} {
  const parts: MimePart[] = [];
  const { headers } = headOf(message);
  collect(message, parts, 0);
  return { head: headers, parts };
}

/** A parameter of a header: the boundary of `multipart/related; boundary="x"`. */
export function parameter(header: string, name: string): string {
  const match = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]*)"|([^\\s;]+))`, 'i').exec(header);
  return match?.[1] ?? match?.[2] ?? '';
}

function collect(entity: Uint8Array, parts: MimePart[], depth: number): void {
  if (parts.length >= mostParts) return;
  const { headers, body } = headOf(entity);
  const type = headers.get('content-type') ?? 'text/plain';
  const mediaType = type.split(';')[0]?.trim().toLowerCase() ?? '';
  const boundary = parameter(type, 'boundary');
  if (mediaType.startsWith('multipart/') && boundary !== '' && depth < deepest) {
    for (const part of split(body, boundary)) collect(part, parts, depth + 1);
    return;
  }
  const encoding = headers.get('content-transfer-encoding')?.trim().toLowerCase() ?? '';
  parts.push({ headers, mediaType, bytes: () => unpacked(body, encoding) });
}

/** Headers end with an empty line. A line that begins with a blank continues the one before it. */
function headOf(entity: Uint8Array): { readonly headers: ReadonlyMap<string, string>; readonly body: Uint8Array } {
  const start = asciiOf(entity, 0, longestHead);
  const leading = /^(?:\r?\n)*/.exec(start)?.[0].length ?? 0;
  const end = /\r?\n\r?\n/.exec(start.slice(leading));
  const length = end === null ? start.length : leading + end.index;
  const headers = new Map<string, string>();
  for (const line of start
    .slice(leading, length)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const [, name, value] = /^([\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined && !headers.has(name.toLowerCase()))
      headers.set(name.toLowerCase(), value);
  }
  return { headers, body: entity.subarray(end === null ? start.length : length + end[0].length) };
}

/** The parts between lines that are the boundary. */
function split(body: Uint8Array, boundary: string): readonly Uint8Array[] {
  // One byte is one letter here, so that places in the text are places in the bytes.
  const text = new TextDecoder('windows-1252').decode(body);
  const mark = `--${boundary}`;
  const parts: Uint8Array[] = [];
  let begun = -1;
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + mark.length)) {
    if (at !== 0 && text[at - 1] !== '\n') continue;
    if (begun !== -1) parts.push(body.subarray(begun, text[at - 2] === '\r' ? at - 2 : Math.max(at - 1, begun)));
    if (text.startsWith('--', at + mark.length) || parts.length >= mostParts) return parts;
    const line = text.indexOf('\n', at);
    begun = line === -1 ? text.length : line + 1;
  }
  if (begun !== -1) parts.push(body.subarray(begun));
  return parts;
}

function unpacked(body: Uint8Array, encoding: string): Uint8Array {
  if (encoding === 'base64') return fromBase64(body);
  return encoding === 'quoted-printable' ? fromQuotedPrintable(body) : body;
}

function fromQuotedPrintable(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (byte !== 0x3d) {
      out[length++] = byte;
      continue;
    }
    const high = hexDigit(body[at + 1]);
    const low = hexDigit(body[at + 2]);
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      at += 2;
    } else if (body[at + 1] === 0x0d && body[at + 2] === 0x0a) at += 2;
    else if (body[at + 1] === 0x0a) at += 1;
    else out[length++] = byte;
  }
  return out.subarray(0, length);
}

function hexDigit(byte = 0): number {
  const digit = Number.parseInt(String.fromCharCode(byte), 16);
  return Number.isNaN(digit) ? -1 : digit;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const sextets = new Int8Array(256).fill(-1);
[...alphabet].forEach((letter, value) => (sextets[letter.charCodeAt(0)] = value));

function fromBase64(body: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil((body.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of body) {
    const value = sextets[byte] ?? -1;
    if (value < 0) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[length++] = (held >> bits) & 0xff;
  }
  return out.subarray(0, length);
}

/** Bytes as Base64. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const group = (first << 16) | (second << 8) | third;
    const letters = [18, 12, 6, 0].map((shift) => alphabet[(group >> shift) & 63] ?? '').join('');
    const missing = Math.max(at + 3 - bytes.length, 0);
    parts.push(missing === 0 ? letters : letters.slice(0, 4 - missing) + '='.repeat(missing));
  }
  return parts.join('');
}
