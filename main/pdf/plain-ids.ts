/**
 * Chromium names the parts of a PDF's structure by numbers that it counts on for as long as it runs ("node00000031"). Counted from the
 * first one of the file, the same document gives the same bytes. Order and length of the names stay, so that nothing moves and
 * the tree of names stays sorted. A file without such names is given back as it is.
 */
export function plainIds(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf);
  const places: number[] = [];
  for (let at = file.indexOf(prefix); at >= 0; at = file.indexOf(prefix, at + prefix.length)) {
    if (isName(file, at)) places.push(at);
  }
  const numbers = [...new Set(places.map((at) => numberAt(file, at)))].sort((a, b) => a - b);
  const ranks = new Map(numbers.map((number, index) => [number, index + 1]));
  for (const at of places) {
    const rank = ranks.get(numberAt(file, at)) ?? 0;
    file.write(String(rank).padStart(digits, '0'), at + prefix.length, 'latin1');
  }
  return file;
}

const prefix = '(node';
const digits = 8;

/** Only the whole name counts: words of the text are compressed, and titles end otherwise. */
function isName(file: Buffer, at: number): boolean {
  const name = file.toString('latin1', at, at + prefix.length + digits + 1);
  return /^\(node\d{8}\)$/.test(name);
}

function numberAt(file: Buffer, at: number): number {
  return Number(file.toString('latin1', at + prefix.length, at + prefix.length + digits));
}
