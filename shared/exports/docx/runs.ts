import { EndnoteReferenceRun, ExternalHyperlink, FootnoteReferenceRun, InternalHyperlink, TextRun } from 'docx';
import type { ParagraphChild } from 'docx';
import type { Brief } from '../../brief/index.ts';
import type { DraftSpan } from '../../story/draft-block.ts';
import type { EntryRef } from '../../story/ref.ts';
import { isSafeLink } from '../../story/rich-text.ts';
import { xmlText } from './words.ts';

/** What lines may point at within the document. */
export class Surroundings {
  readonly brief: Brief;
  readonly #anchors: ReadonlyMap<string, string>;
  readonly #signed = new Set<number>();
  #lists = 0;

  /** `anchors`: the names of the bookmarks of entries that are printed, by `refKey`. */
  constructor(brief: Brief, anchors: ReadonlyMap<string, string>) {
    this.brief = brief;
    this.#anchors = anchors;
  }

  anchorOf({ kind, id }: EntryRef): string | null {
    return this.#anchors.get(`${kind}/${id}`) ?? null;
  }

  /** A number for a list of its own: each begins with 1. */
  nextList(): number {
    this.#lists += 1;
    return this.#lists;
  }

  /** The sign of a note. Word counts signs, so a second sign of the same note is its number only. */
  sign(number: number): ParagraphChild {
    const isKnown = this.#signed.has(number) || !this.brief.notes.some((note) => note.number === number);
    this.#signed.add(number);
    if (isKnown) return new TextRun({ text: String(number), superScript: true });
    return this.brief.notesAt === 'end' ? new EndnoteReferenceRun(number) : new FootnoteReferenceRun(number);
  }

  signs(numbers: readonly number[] = []): readonly ParagraphChild[] {
    return numbers.flatMap((number, at) => [
      ...(at === 0 ? [] : [new TextRun({ text: ', ', superScript: true })]),
      this.sign(number),
    ]);
  }
}

/** Runs with their marks, links and notes. */
export function runsOf(spans: readonly DraftSpan[], around: Surroundings): readonly ParagraphChild[] {
  return spans.flatMap((span): readonly ParagraphChild[] => {
    const sign = span.note === undefined ? [] : [around.sign(span.note)];
    if (span.text === '') return sign;
    const anchor = span.ref === undefined ? null : around.anchorOf(span.ref);
    if (span.link !== undefined && isSafeLink(span.link))
      return [new ExternalHyperlink({ link: xmlText(span.link), children: textRuns(span, 'Hyperlink') }), ...sign];
    if (anchor !== null) return [new InternalHyperlink({ anchor, children: textRuns(span, 'Hyperlink') }), ...sign];
    return [...textRuns(span), ...sign];
  });
}

function textRuns({ text, bold, italic, strike, code }: DraftSpan, style?: string): TextRun[] {
  return text.split(/\r\n?|\n/).map(
    (line, at) =>
      new TextRun({
        text: xmlText(line),
        ...(at === 0 ? {} : { break: 1 }),
        ...(bold === true ? { bold } : {}),
        ...(italic === true ? { italics: true } : {}),
        ...(strike === true ? { strike } : {}),
        ...(code === true ? { font: 'Courier New' } : {}),
        ...(style === undefined ? {} : { style }),
      }),
  );
}
