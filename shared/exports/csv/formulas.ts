/**
 * What spreadsheets calculate when they open a file: cells that begin like a formula, also behind blank space, and in the wide forms of
 * East Asian keyboards.
 */
const formula = /^'*\s*[=+\-@\t\r\n＝＋－＠|%]/;

/**
 * Puts an apostrophe before a cell that a spreadsheet would calculate, and before one that looks as if it had one. Reading a table
 * (shared/imports) takes it off.
 */
export function guardFormula(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell;
}
