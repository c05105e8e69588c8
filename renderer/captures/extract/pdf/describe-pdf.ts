import { plainDate } from '../../../../shared/captures/index.ts';
import type { Detected } from '../../../../shared/captures/index.ts';

/** What a PDF says of itself: its old list of properties, and the newer XMP, which is asked by name. */
export interface PdfProperties {
  readonly info: Readonly<Record<string, unknown>>;
  readonly xmp: (name: string) => unknown;
}

/** What a PDF's properties say of it; '' where they do not, or only name the program's file. */
export function describePdf({ info, xmp }: PdfProperties): Partial<Detected> {
  const creators = xmp('dc:creator');
  const authors = Array.isArray(creators) ? creators.map(words) : [words(creators)];
  return {
    title: [words(xmp('dc:title')), words(info['Title'])].find(isTitle) ?? '',
    authors: authors.some((name) => name !== '')
      ? authors.filter((name) => name !== '')
      : namesIn(words(info['Author'])),
    publisher: words(xmp('dc:publisher')) || words(xmp('prism:publicationname')),
    published:
      [xmp('prism:publicationdate'), xmp('dc:date'), info['CreationDate'], xmp('xmp:createdate')]
        .map((value) => plainDate(words(Array.isArray(value) ? value[0] : value).replace(/^D:/, '')))
        .find((date) => date !== '') ?? '',
    language: words(xmp('dc:language')) || words(info['Language']),
  };
}

/** Many programs write the name of their own file there. */
function isTitle(title: string): boolean {
  return (
    /\p{L}{2}/u.test(title) &&
    !/^(?:microsoft |untitled\b|document\d*$|slide 1$)|\.(?:docx?|indd|pptx?|xlsx?|tex|dvi|pdf|qxd|pages|odt)$/i.test(
      title,
    )
  );
}

function namesIn(names: string): string[] {
  return names.split(/\s*;\s*|\s*,\s*(?=\p{Lu}\S*\s)|\s+and\s+(?=\p{Lu})/u).filter((name) => name !== '');
}

function words(value: unknown): string {
  return typeof value === 'string'
    ? value
        .replace(/\p{Surrogate}|\0/gu, '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 500)
    : '';
}
