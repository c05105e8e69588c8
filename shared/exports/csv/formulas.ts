/**
 * What spreadsheets calculate when they open a file: cells that begin like a formula, also behind blank space, and in the wide forms of
 * East Asian keyboards.
 */
const formula = /^'*\s*[=+\-@\t\r\n＝＋－＠|%]/;
const guarded = /^'+\s*[=+\-@\t\r\n＝＋－＠|%]/;

/** Puts an apostrophe before a cell that a spreadsheet would calculate, and before one that looks as if it had one. */
export function guardFormula(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}

/** Takes off what `guardFormula` put on; any other cell stays as it is. */
export function unguardFormula(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
