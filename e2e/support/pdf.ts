import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a PDF says of itself and in its text, read with poppler's tools. */
export interface PdfReading {
  readonly text: string;
  /** The lines of `pdfinfo`, by their names: Title, Tagged, Pages … */
  readonly info: ReadonlyMap<string, string>;
  readonly fonts: readonly PdfFont[];
}

export interface PdfFont {
  readonly name: string;
  readonly type: string;
  readonly embedded: boolean;
}

/** Reads a PDF back. Throws where it is not one. */
export async function readPdf(path: string): Promise<PdfReading> {
  const [text, info, fonts] = await Promise.all([
    run('pdftotext', ['-layout', path, '-'], { maxBuffer: 64 * 1024 * 1024 }),
    run('pdfinfo', [path]),
    run('pdffonts', [path]),
  ]);
  return { text: text.stdout, info: infoOf(info.stdout), fonts: fontsOf(fonts.stdout) };
}

function infoOf(printed: string): ReadonlyMap<string, string> {
  const lines = printed.split('\n').map((line) => /^([^:]+):\s+(.*)$/.exec(line));
  return new Map(lines.filter((match) => match !== null).map(([, name = '', value = '']) => [name, value.trim()]));
}

/** Columns of fixed width under a ruled heading: name, type, encoding, emb, … */
function fontsOf(printed: string): readonly PdfFont[] {
  const [, rule = '', ...rows] = printed.split('\n');
  const widths = rule.split(' ').map((dashes) => dashes.length);
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width + 1, 0));
  const column = (row: string, index: number): string =>
    row.slice(starts[index], (starts[index] ?? 0) + (widths[index] ?? 0)).trim();
  return rows
    .filter((row) => row.trim() !== '')
    .map((row) => ({ name: column(row, 0), type: column(row, 1), embedded: column(row, 3) === 'yes' }));
}
