import type { Detected, Reading, ReadingBlock, ReadingMark } from './reading.ts';

/** What a block is, but for where it stands. */
export type BlockKind = BlockOf<ReadingBlock>;
type BlockOf<B> = B extends ReadingBlock ? Omit<B, 'start' | 'end' | 'cells'> : never;

/** What a mark is, but for where it stands. */
export type MarkKind = MarkOf<ReadingMark>;
type MarkOf<M> = M extends ReadingMark ? Omit<M, 'start' | 'end'> : never;

interface OpenMark {
  readonly kind: MarkKind;
  start: number | null;
}

/** Nobody marks up more deeply; hostile pages do, to make lists of marks long. */
const mostOpenMarks = 8;

/**
 * Writes a reading as a page is laid out: white space collapses, blocks without words are none, marks begin and end at words and
 * never cross from one block into another.
 */
export class ReadingWriter {
  readonly #parts: string[] = [];
  readonly #blocks: ReadingBlock[] = [];
  readonly #marks: ReadingMark[] = [];
  readonly #open: OpenMark[] = [];
  #length = 0;
  /** What the next block is; asked when its first word comes. */
  #next: () => BlockKind = paragraph;
  #block: { readonly kind: BlockKind; readonly start: number } | null = null;
  /** Written before the next word. */
  #gap = '';
  #cells: { start: number; end: number }[] = [];

  /** How many blocks are finished. */
  get blockCount(): number {
    return this.#blocks.length;
  }

  /** Ends the block and says what the next is. A row begins with its first cell. */
  begin(next: () => BlockKind = paragraph): void {
    this.#end();
    this.#next = next;
  }

  /** Text as it stands in a file: runs of white space are one space. */
  text(raw: string): void {
    const words = wellFormed(raw).replace(/[ \t\n\r\f]+/g, ' ');
    const body = words.trim();
    // A no-break space on its own keeps two words apart as any other does.
    if (words !== '' && (body === '' || words.startsWith(' '))) this.space();
    if (body === '') return;
    this.#write(words.replace(/^ | $/g, ''));
    if (words.endsWith(' ')) this.space();
  }

  /** Text in which every blank and line break counts. */
  preformatted(raw: string): void {
    const lines = wellFormed(raw).replace(/\r\n?/g, '\n');
    const body = this.#block === null ? lines.replace(/^(?:[ \t]*\n)+/, '') : lines;
    const end = body.trimEnd();
    if (end !== '') this.#write(end);
    if (this.#block !== null) this.#gap += body.slice(end.length);
  }

  /** A space, unless nothing stands before it or there is one. */
  space(): void {
    if (this.#block !== null && this.#gap === '') this.#gap = ' ';
  }

  /** A line break within the block; the second in a row ends a paragraph. */
  lineBreak(): void {
    if (this.#block === null) return;
    if (this.#cells.length > 0) this.space();
    else if (this.#gap.includes('\n') && this.#block.kind.kind === 'paragraph') this.#end();
    else this.#gap = '\n';
  }

  /** Begins the next cell of a row. */
  cell(): void {
    if (this.#block === null) {
      this.#cells.push({ start: 0, end: 0 });
      return;
    }
    this.#gap = '';
    this.#put('\t');
    this.#cells.push({ start: this.#length, end: this.#length });
  }

  /** Marks what is written until `unmark`. Says whether it did. */
  mark(kind: MarkKind): boolean {
    if (this.#open.length >= mostOpenMarks || this.#open.some((mark) => mark.kind.kind === kind.kind)) return false;
    this.#open.push({ kind, start: null });
    return true;
  }

  /** Ends the mark that was begun last. */
  unmark(): void {
    const mark = this.#open.pop();
    if (mark !== undefined) this.#closeMark(mark);
  }

  /** The reading. Nothing can be written behind it. */
  finish(detected: Detected): Reading {
    this.#end();
    const marks = this.#marks.sort((a, b) => a.start - b.start || b.end - a.end);
    const text = this.#parts.join('');
    return { format: 'backstory-reading', version: 1, text, blocks: this.#blocks, marks, pages: [], detected };
  }

  #write(words: string): void {
    if (this.#block === null) this.#start();
    else this.#put(this.#gap);
    this.#gap = '';
    for (const mark of this.#open) mark.start ??= this.#length;
    this.#put(words);
    const cell = this.#cells.at(-1);
    if (cell !== undefined) cell.end = this.#length;
  }

  #start(): void {
    const kind = this.#next();
    const before = this.#blocks.at(-1)?.kind;
    const isList = kind.kind === before && (before === 'item' || before === 'row');
    if (before !== undefined) this.#put(isList ? '\n' : '\n\n');
    this.#block = { kind, start: this.#length };
    this.#cells.forEach((cell, at) => {
      if (at > 0) this.#put('\t');
      cell.start = this.#length;
      cell.end = this.#length;
    });
  }

  #end(): void {
    const block = this.#block;
    if (block !== null) {
      for (const mark of this.#open) this.#closeMark(mark);
      const range = { start: block.start, end: this.#length };
      this.#blocks.push(
        block.kind.kind === 'row' ? { ...block.kind, ...range, cells: this.#cells } : { ...block.kind, ...range },
      );
    }
    this.#block = null;
    this.#cells = [];
    this.#gap = '';
  }

  #closeMark(mark: OpenMark): void {
    // A gap that is not written yet is no part of it.
    if (mark.start !== null && mark.start < this.#length) {
      this.#marks.push({ ...mark.kind, start: mark.start, end: this.#length });
    }
    mark.start = null;
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

function paragraph(): BlockKind {
  return { kind: 'paragraph' };
}

/** Half a character becomes the sign for one that is missing: stored as UTF-8 it would not come back. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
