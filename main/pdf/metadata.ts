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

/** The PDF with its author named. One whose end is not of the form Chromium writes is given back unchanged. */
export function withAuthor(pdf: Uint8Array, author: string): Uint8Array {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const tail = file.subarray(file.lastIndexOf('trailer')).toString('latin1');
  const info = /\/Info (\d+) (\d+) R/.exec(tail);
  const start = /startxref\s+(\d+)/.exec(tail);
  const dictionary = /<<([\s\S]*)>>/.exec(tail)?.[1];
  if (info?.[1] === undefined || info[2] === undefined || start?.[1] === undefined || dictionary === undefined)
    return pdf;
  const marker = `\n${info[1]} ${info[2]} obj\n`;
  const at = file.indexOf(marker, 0, 'latin1');
  const end = at < 0 ? -1 : file.indexOf('endobj', at, 'latin1');
  if (end < 0) return pdf;
  const old = file
    .subarray(at + marker.length, end)
    .toString('latin1')
    .trim();
  if (!old.startsWith('<<') || !old.endsWith('>>') || old.includes('/Author')) return pdf;
  const object = `${info[1]} ${info[2]} obj\n${old.slice(0, -2).trimEnd()}\n/Author ${textString(author)}>>\nendobj\n`;
  const offset = file.length + newline.length;
  const entry = `${offset.toString().padStart(10, '0')} ${info[2].padStart(5, '0')} n \n`;
  const trailer = `trailer\n<<${dictionary.trimEnd()}\n/Prev ${start[1]}>>\nstartxref\n${offset + Buffer.byteLength(object, 'latin1')}\n%%EOF\n`;
  const update = `${newline}${object}xref\n${info[1]} 1\n${entry}${trailer}`;
  return Buffer.concat([file, Buffer.from(update, 'latin1')]);
}
