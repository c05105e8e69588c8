/** A PDF of pages of text, made by hand, for tests: nothing here is read by the app. */
export interface PdfParts {
  /** Lines of each page, in Helvetica; a line that begins with `#` is larger. */
  readonly pages: readonly (readonly string[])[];
  /** Properties, as they stand in the file: `/Title (…)`. */
  readonly info?: string;
  /** Further entries of the catalog, of every page, and of the trailer. */
  readonly catalog?: string;
  readonly page?: string;
  readonly trailer?: string;
  /** Further objects, numbered from `firstExtra`. */
  readonly extra?: readonly string[];
}

/** The number of the first object of `extra`. */
export const firstExtra = 5;

/** The file's bytes. Every text is Latin-1. */
export function makePdf({ pages, info = '', catalog = '', page = '', trailer = '', extra = [] }: PdfParts): Uint8Array {
  const firstPage = firstExtra + extra.length;
  const kids = pages.map((_, at) => `${String(firstPage + at * 2)} 0 R`).join(' ');
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [${kids}] /Count ${String(pages.length)} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< ${info} >>`,
    ...extra,
    ...pages.flatMap((lines, at) => {
      const content = contentOf(lines);
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${String(firstPage + at * 2 + 1)} 0 R ${page} >>`,
        `<< /Length ${String(content.length)} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${String(at + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${offsets.join('')}`;
  const end = `trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R /Info 4 0 R ${trailer} >>\nstartxref\n${String(file.length)}\n%%EOF\n`;
  return Uint8Array.from([...(file + table + end)].map((char) => char.charCodeAt(0)));
}

function contentOf(lines: readonly string[]): string {
  let y = 800;
  const shown = lines.map((line) => {
    const isLarge = line.startsWith('#');
    y -= line === '' ? 10 : isLarge ? 30 : 14;
    const text = line.replace(/^#\s*/, '').replace(/[\\()]/g, '\\$&');
    return line === '' ? '' : `BT /F ${isLarge ? '22' : '11'} Tf 1 0 0 1 60 ${String(y)} Tm (${text}) Tj ET\n`;
  });
  return shown.join('');
}
