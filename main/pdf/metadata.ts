/**
 * Adds what Chromium leaves out of a PDF's description. The file is left as it is and an incremental update is appended, as
 * the format foresees: a new description object, a cross-reference section for it, a trailer that points at both.
 */

const newline = '\n';

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

/** The PDF with its description. One whose end is not of the form Chromium writes is given back unchanged. */
export function describePdf(pdf: Uint8Array, description: Description): Uint8Array {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const end = readEnd(file);
  if (end === null) return pdf;
  const object = `${end.info} obj\n${described(end.description, description)}\nendobj\n`;
  const offset = file.length + newline.length;
  const [number = '', generation = ''] = end.info.split(' ');
  const entry = `${offset.toString().padStart(10, '0')} ${generation.padStart(5, '0')} n \n`;
  const crossReference = `xref\n${number} 1\n${entry}`;
  const startOfXref = offset + Buffer.byteLength(object, 'latin1');
  const trailer = `trailer\n<<${end.trailer}\n/Prev ${end.startOfXref}>>\nstartxref\n${startOfXref}\n%%EOF\n`;
  return Buffer.concat([file, Buffer.from(`${newline}${object}${crossReference}${trailer}`, 'latin1')]);
}

/** What the end of a PDF says: where its description is, and what the next trailer has to repeat. */
interface End {
  /** The description object's number and generation, "2 0". */
  readonly info: string;
  /** Its dictionary, with the brackets. */
  readonly description: string;
  /** The trailer's dictionary, without the brackets. */
  readonly trailer: string;
  readonly startOfXref: string;
}

function readEnd(file: Buffer): End | null {
  const tail = file.subarray(Math.max(0, file.lastIndexOf('trailer'))).toString('latin1');
  const info = /\/Info (\d+ \d+) R/.exec(tail)?.[1];
  const startOfXref = /startxref\s+(\d+)/.exec(tail)?.[1];
  const trailer = /<<([\s\S]*)>>/.exec(tail)?.[1]?.trimEnd();
  if (info === undefined || startOfXref === undefined || trailer === undefined) return null;
  const head = `\n${info} obj\n`;
  const at = file.indexOf(head, 0, 'latin1');
  const end = at < 0 ? -1 : file.indexOf('endobj', at, 'latin1');
  const description = file
    .subarray(at + head.length, Math.max(end, 0))
    .toString('latin1')
    .trim();
  if (end < 0 || !description.startsWith('<<') || !description.endsWith('>>')) return null;
  return { info, description, trailer, startOfXref };
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
