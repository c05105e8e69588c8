import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
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

/** How a reader finds its way in a PDF. */
export interface PdfGuide {
  /** BCP 47; '' where none is said. */
  readonly language: string;
  /** Its bookmarks, from the first to the last. */
  readonly outline: readonly PdfStop[];
  /** For each page the different targets of its links: "page 3", or an address. In alphabetical order. */
  readonly links: readonly (readonly string[])[];
}

interface PdfStop {
  readonly title: string;
  /** From 1. */
  readonly page: number;
}

/** Reads bookmarks, links and language of a PDF. Throws where it is not one. */
export async function readPdfGuide(path: string): Promise<PdfGuide> {
  const [{ stdout }, file] = await Promise.all([
    run('pdftohtml', ['-xml', '-i', '-stdout', path], { maxBuffer: 64 * 1024 * 1024 }),
    readFile(path, 'latin1'),
  ]);
  const outline = [...stdout.matchAll(/<item page="(\d+)">(.*?)<\/item>/gs)].map(([, page, title = '']) => ({
    title: plain(title).replace(/\s+/g, ' ').trim(),
    page: Number(page),
  }));
  const links = stdout
    .split('<page ')
    .slice(1)
    .map((page) => {
      const targets = [...page.matchAll(/<a href="([^"]*)">/g)].map(([, href = '']) =>
        plain(href).replace(/^[^/:]*#(\d+)$/, 'page $1'),
      );
      return [...new Set(targets)].sort();
    });
  const [, catalog = ''] = /<<\/Type \/Catalog([^]*?)endobj/.exec(file) ?? [];
  return { language: /\/Lang \((.*?)\)/.exec(catalog)?.[1] ?? '', outline, links };
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** Text of XML without its escapes. */
function plain(xml: string): string {
  return xml.replace(/&(#?)(\w+);/g, (whole, isNumber: string, name: string) =>
    isNumber === '' ? (entities[name] ?? whole) : String.fromCodePoint(Number(name)),
  );
}

/** The lines of each page of an A4 brief, in the order they are painted, without its running head and foot. */
export async function readPdfPages(path: string): Promise<readonly string[]> {
  // In points from the upper edge.
  const between = ['-x', '0', '-W', '1000', '-y', '57', '-H', '722'];
  const { stdout } = await run('pdftotext', ['-raw', ...between, path, '-'], { maxBuffer: 64 * 1024 * 1024 });
  return stdout.split('\f').slice(0, -1);
}

/** A PDF's bytes without its dates and identifiers: what is the same each time it is printed. */
export async function timelessPdf(path: string): Promise<string> {
  const file = await readFile(path, 'latin1');
  return file.replace(/\(D:\d{14}[^)]*\)/g, '').replace(/\/ID \[<[^\]]*\]/g, '');
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
