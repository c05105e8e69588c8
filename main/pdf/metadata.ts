/**
 * Puts what Chromium leaves out into a PDF's description, and takes out the name that Chromium gives itself: it says on which system
 * and with which program of ours the file was made, so that the app and the command line would write different files.
 */

/** A text string of the format: UTF-16 with its mark, in hexadecimal, so that nothing needs escaping. */
function textString(text: string): string {
  let hex = 'FEFF';
  for (let index = 0; index < text.length; index += 1) hex += text.charCodeAt(index).toString(16).padStart(4, '0');
  return `<${hex.toUpperCase()}>`;
}

/** What is said of a PDF besides its title and language, which Chromium takes from the document. */
export interface Description {
  /** Null for none. */
  readonly author: string | null;
  /** The program that made it. Chromium names its own, at length. */
  readonly creator: string;
}

/** The PDF with its description. One that is not of the form Chromium writes is given back unchanged. */
export function describePdf(pdf: Uint8Array, description: Description): Uint8Array {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const layout = readLayout(file);
  if (layout === null) return pdf;
  const { from, to, table, entries, afterTable } = layout;
  const dictionary = Buffer.from(described(file.toString('latin1', from, to), description), 'latin1');
  const growth = dictionary.length - (to - from);
  const moved = entries.map((entry) => {
    const place = Number(entry.slice(0, placeDigits));
    return place < to ? entry : String(place + growth).padStart(placeDigits, '0') + entry.slice(placeDigits);
  });
  const trailer = file
    .toString('latin1', afterTable)
    .replace(/startxref\s+\d+/, `startxref\n${String(table + growth)}`);
  return Buffer.concat([
    file.subarray(0, from),
    dictionary,
    file.subarray(to, table),
    Buffer.from(`xref\n0 ${String(entries.length)}\n${moved.join('')}${trailer}`, 'latin1'),
  ]);
}

/** Where things are in a PDF, in bytes from its beginning. */
interface Layout {
  /** The dictionary of its description, with the brackets: from the first byte to behind the last. */
  readonly from: number;
  readonly to: number;
  /** The table of where each object begins, and what follows it. */
  readonly table: number;
  readonly afterTable: number;
  /** The table's lines. */
  readonly entries: readonly string[];
}

/** A line of the table: "0000000015 00000 n" and two bytes of line end. */
const entryLength = 20;
const placeDigits = 10;

function readLayout(file: Buffer): Layout | null {
  const end = file.toString('latin1', Math.max(0, file.lastIndexOf('trailer')));
  const info = /\/Info (\d+) (\d+) R/.exec(end);
  const table = Number(/startxref\s+(\d+)/.exec(end)?.[1] ?? NaN);
  if (info === null || !(table < file.length)) return null;
  const head = /^xref\n0 (\d+)\n/.exec(file.toString('latin1', table, table + 32));
  if (head === null) return null;
  const [, number = '', generation = ''] = info;
  const start = table + head[0].length;
  const entries = Array.from({ length: Number(head[1]) }, (_, index) =>
    file.toString('latin1', start + index * entryLength, start + (index + 1) * entryLength),
  );
  if (!entries.every((entry) => /^\d{10} \d{5} [fn][ \r][\r\n]$/.test(entry))) return null;
  const opening = `${number} ${generation} obj\n`;
  const at = Number(entries[Number(number)]?.slice(0, placeDigits) ?? NaN);
  const from = at + opening.length;
  if (file.toString('latin1', at, from) !== opening) return null;
  const to = file.indexOf('>>\nendobj', from, 'latin1') + 2;
  if (to < from || file.toString('latin1', from, from + 2) !== '<<') return null;
  return { from, to, table, afterTable: start + entries.length * entryLength, entries };
}

/** The dictionary with the new entries in the place of what it had of them. */
function described(dictionary: string, { author, creator }: Description): string {
  const rest = dictionary
    .slice(2, -2)
    .replace(/\/(?:Author|Creator)\s*(?:\((?:\\[\s\S]|[^\\)])*\)|<[0-9A-Fa-f]*>)/g, '');
  const entries = [`/Creator ${textString(creator)}`, ...(author === null ? [] : [`/Author ${textString(author)}`])];
  return `<<${[rest.trim(), ...entries].join('\n')}>>`;
}

/** How many pages a PDF of Chromium's has; null where it is not of the form it writes. */
export function pageCount(pdf: Uint8Array): number | null {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  // The pages are the leaves of a tree; each of its knots says how many it carries, and the root carries all.
  const counts = [...file.matchAll(/\/Type \/Pages\s*\/Count (\d+)/g)].map((match) => Number(match[1]));
  return counts.length === 0 ? null : Math.max(...counts);
}
