/** A cell that begins with an apostrophe which keeps spreadsheets from calculating it (see `shared/exports`). */
const guarded = /^'+\s*[=+\-@\t\r\n＝＋－＠|%]/;

/** Takes off the apostrophe that keeps a cell from being calculated; any other cell stays as it is. */
export function unguardFormula(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}

/** The names of a cell: semicolons stand between them, or line breaks; `\;` and `\\` are what they say. */
export function splitNames(cell: string): readonly string[] {
  return (cell.match(/(?:\\[^]|[^\\;\r\n])+/g) ?? [])
    .map((name) => name.trim().replace(/\\([^])/g, '$1'))
    .filter((name) => name !== '');
}

/** A cell as text: line ends are one, and control characters that no text has are gone. */
export function cleaned(cell: string): string {
  return cell.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
}

/** The web addresses in a cell, in order, each once. */
export function addressesIn(cell: string): readonly string[] {
  const found = cell.match(/https?:\/\/[^\s<>"]+/gi) ?? [];
  return [...new Set(found.map((address) => address.replace(/[.,;:!?)\]]+$/, '')))];
}
