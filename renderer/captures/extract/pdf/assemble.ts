import { detectedInText, firstOf, ReadingWriter } from '../../../../shared/captures/index.ts';
import type { Detected, Reading, ReadingPage } from '../../../../shared/captures/index.ts';
import type { Paragraph } from './paragraphs.ts';

/** A page as it was read. */
export interface ReadPage {
  readonly label: string;
  /** In points. */
  readonly width: number;
  readonly height: number;
  readonly paragraphs: readonly Paragraph[];
}

/** Pages as one reading: what stands in larger letters than most of the text are headings. */
export function assemble(pages: readonly ReadPage[], said: Partial<Detected>, name: string): Reading {
  const writer = new ReadingWriter();
  const usual = usualSize(pages);
  const counts = pages.map(({ paragraphs }) => {
    const before = writer.blockCount;
    for (const paragraph of paragraphs) {
      const level = headingLevel(paragraph, usual);
      writer.begin(() => (level === 0 ? { kind: 'paragraph' } : { kind: 'heading', level }));
      writer.text(paragraph.text);
    }
    writer.begin();
    return writer.blockCount - before;
  });
  const text = pages[0]?.paragraphs.map((paragraph) => paragraph.text).join('\n') ?? '';
  const guess = detectedInText(text, name);
  const detected = firstOf([said, { title: largest(pages[0], usual) }, guess]);
  const { blocks, ...reading } = writer.finish(detected);
  let at = 0;
  let end = 0;
  const ranges = pages.map(({ label, width, height }, index): ReadingPage => {
    const own = blocks.slice(at, at + (counts[index] ?? 0));
    at += own.length;
    const start = own[0]?.start ?? end;
    end = own.at(-1)?.end ?? end;
    return { label, width, height, start, end };
  });
  return { ...reading, blocks, pages: ranges };
}

/** The size that most letters have. */
function usualSize(pages: readonly ReadPage[]): number {
  const letters = new Map<number, number>();
  for (const { paragraphs } of pages) {
    for (const { size, text } of paragraphs) {
      const rounded = Math.round(size * 2) / 2;
      letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
    }
  }
  return [...letters].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0])[0];
}

/** 0 for no heading. */
function headingLevel({ size, text, lines }: Paragraph, usual: number): number {
  if (usual === 0 || lines > 3 || text.length > 200 || !/\p{L}/u.test(text)) return 0;
  const ratio = size / usual;
  return ratio > 1.6 ? 1 : ratio > 1.3 ? 2 : ratio > 1.12 ? 3 : 0;
}

/** What stands on the first page in the largest letters, where those are no ordinary ones. */
function largest(page: ReadPage | undefined, usual: number): string {
  const headings = (page?.paragraphs ?? []).filter((paragraph) => headingLevel(paragraph, usual) > 0);
  return headings.reduce((most, one) => (one.size > most.size ? one : most), { text: '', size: 0 }).text;
}
