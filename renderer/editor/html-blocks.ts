import { defaultTreeAdapter, parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { spansOf } from '../../shared/story/draft-block.ts';
import type { DraftBlock, DraftListItem, DraftSpan } from '../../shared/story/draft-block.ts';
import { notesOf } from './pasted-notes.ts';
import type { PastedNotes } from './pasted-notes.ts';
import { attribute, tableOf } from './tables/html-table.ts';
import { isSafeLink } from '../../shared/story/rich-text.ts';
import type { RichText } from '../../shared/story/rich-text.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Marks = Omit<DraftSpan, 'text' | 'ref'>;

/** Where in the page the walk is. */
interface Context {
  readonly marks: Marks;
  readonly quote: boolean;
  readonly list: { readonly ordered: boolean; readonly depth: number; readonly checked?: boolean } | null;
  readonly verbatim: boolean;
  /** Whether this is inside a cell: tables do not hold tables. */
  readonly cell: boolean;
  readonly notes: PastedNotes;
  /** Elements around it. */
  readonly depth: number;
}

/** Elements within elements up to which a page's structure is followed. */
const deepest = 300;

const ignored = new Set([
  'style',
  'script',
  'head',
  'title',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'select',
  'button',
]);
const lines = new Set(
  'P DIV SECTION ARTICLE HEADER FOOTER MAIN ASIDE ADDRESS FIGURE FIGCAPTION DL DT DD PRE TR TABLE TBODY THEAD TFOOT CAPTION FORM FIELDSET DETAILS SUMMARY'.split(
    ' ',
  ),
);

/**
 * What a page, or what Word or Docs put on the clipboard, says, as a draft's blocks: headings, lists, quotes, tables,
 * footnotes, links and marks; everything else is words. The markup is taken apart without the browser: nothing of it is ever loaded, run or shown.
 */
export function blocksFromHtml(html: string): readonly DraftBlock[] {
  const page = parse(html);
  const notes = notesOf(page);
  return blocksOf(page.childNodes, {
    marks: {},
    quote: false,
    list: null,
    verbatim: false,
    cell: false,
    notes,
    depth: 0,
  });
}

function blocksOf(nodes: readonly Node[], context: Context): readonly DraftBlock[] {
  const writer = new BlockWriter();
  for (const node of nodes) walk(node, context, writer);
  return writer.finish();
}

class BlockWriter {
  readonly #blocks: DraftBlock[] = [];
  #spans: DraftSpan[] = [];
  #make: (spans: readonly DraftSpan[]) => DraftBlock | DraftListItem = paragraph;

  /** Ends the line that is being written; what follows is a line of this sort. */
  line(make: (spans: readonly DraftSpan[]) => DraftBlock | DraftListItem = paragraph): void {
    const spans = trimmed(this.#spans);
    if (spans.length > 0) this.#push(this.#make(spans));
    this.#spans = [];
    this.#make = make;
  }

  /** Puts in what was made elsewhere, between the lines. */
  put(block: DraftBlock): void {
    this.line();
    this.#blocks.push(block);
  }

  write(text: string, context: Context): void {
    const last = this.#spans.at(-1)?.text ?? ' ';
    const words = context.verbatim ? text : text.replace(/[\s\u00a0]+/g, ' ');
    const kept = !context.verbatim && /\s$/.test(last) ? words.trimStart() : words;
    if (kept !== '') this.#spans.push({ ...context.marks, text: kept });
  }

  /** Puts in the sign of a footnote. */
  note(words: RichText): void {
    if (words.length > 0) this.#spans.push({ text: '', footnote: words });
  }

  finish(): readonly DraftBlock[] {
    this.line();
    return this.#blocks;
  }

  #push(made: DraftBlock | DraftListItem): void {
    if ('type' in made) return void this.#blocks.push(made);
    const list = this.#blocks.at(-1);
    const continues = list?.type === 'list' && (made.depth > 0 || list.ordered === made.ordered);
    if (continues) this.#blocks[this.#blocks.length - 1] = { ...list, items: [...list.items, made] };
    else this.#blocks.push({ type: 'list', ordered: made.ordered, items: [made] });
  }
}

function walk(node: Node, context: Context, writer: BlockWriter): void {
  if (defaultTreeAdapter.isTextNode(node)) return writer.write(node.value, context);
  if (!defaultTreeAdapter.isElementNode(node) || ignored.has(node.tagName)) return;
  // Hostile pages are nested without end; their words are taken all the same.
  if (context.depth > deepest) return writer.write(wordsIn(node), context);
  const inside = (next: Context): void =>
    node.childNodes.forEach((child) => walk(child, { ...next, depth: context.depth + 1 }, writer));
  const tag = node.tagName.toUpperCase();
  const style = attribute(node, 'style');
  if (/mso-list:\s*Ignore|display:\s*none|mso-hide/i.test(style)) return;
  const marked = { ...context, marks: marksOf(node, tag, style, context.marks) };

  if (context.notes.isApart(node)) return;
  const note = tag === 'A' ? context.notes.wordsOf(node) : null;
  if (note !== null) return writer.note(noteWords(note, context.notes));

  if (tag === 'BR') return writer.write('\n', { ...context, verbatim: true });
  if (/^H[1-6]$/.test(tag)) return block(writer, heading(Number(tag[1])), () => inside(marked));
  if (tag === 'UL' || tag === 'OL') {
    const depth = context.list === null ? 0 : context.list.depth + 1;
    writer.line();
    inside({ ...marked, list: { ordered: tag === 'OL', depth } });
    return writer.line(sortOf(context));
  }
  if (tag === 'LI') {
    const line = { ...marked, list: context.list === null ? null : { ...context.list, ...checkedOf(node) } };
    return block(writer, sortOf(line), () => inside(line));
  }
  if (tag === 'TABLE' && !context.cell) {
    const table = tableOf(node, (cell) =>
      blocksOf(cell.childNodes, {
        ...cellContext,
        marks: marked.marks,
        notes: context.notes,
        depth: context.depth + 1,
      }),
    );
    if (table !== null) {
      for (const caption of table.captions) block(writer, sortOf(context), () => walk(caption, marked, writer));
      writer.put(table.block);
      return writer.line(sortOf(context));
    }
  }
  if (tag === 'BLOCKQUOTE') return block(writer, quote, () => inside({ ...marked, quote: true }));
  if (tag === 'TD' || tag === 'TH') return cell(writer, () => inside(marked), marked);
  const word = /mso-list:\s*l\d+\s+level(\d+)/i.exec(style);
  if (word !== null) return block(writer, item(isNumbered(node), Number(word[1]) - 1), () => inside(marked));
  if (lines.has(tag)) return block(writer, sortOf(context), () => inside({ ...marked, verbatim: tag === 'PRE' }));
  inside(marked);
}

function block(writer: BlockWriter, make: Parameters<BlockWriter['line']>[0], inside: () => void): void {
  writer.line(make);
  inside();
  writer.line();
}

/** Cells of a table that lays out a page, or that lies in a cell, stand in one line. */
function cell(writer: BlockWriter, inside: () => void, context: Context): void {
  inside();
  writer.write('\u2003', { ...context, verbatim: true });
}

const cellContext: Omit<Context, 'marks' | 'notes' | 'depth'> = {
  quote: false,
  list: null,
  verbatim: false,
  cell: true,
};

/** Whether an item of a list is checked; nothing where the page draws no box in it. */
function checkedOf(line: Element): { readonly checked?: boolean } {
  const said = attribute(line, 'aria-checked');
  if (said !== '') return { checked: said === 'true' };
  const box = boxIn(line, 3);
  return box === null ? {} : { checked: box.attrs.some(({ name }) => name === 'checked') };
}

/** The box at the start of a line, some elements deep. */
function boxIn(line: Element, depth: number): Element | null {
  const first = line.childNodes.find((child) => defaultTreeAdapter.isElementNode(child) || !isBlank(child));
  if (first === undefined || !defaultTreeAdapter.isElementNode(first) || depth === 0) return null;
  if (first.tagName !== 'input') return boxIn(first, depth - 1);
  return attribute(first, 'type') === 'checkbox' ? first : null;
}

function isBlank(node: Node): boolean {
  return !defaultTreeAdapter.isTextNode(node) || node.value.trim() === '';
}

/** The words of a footnote; each of its lines is one of theirs. */
function noteWords(note: Element, notes: PastedNotes): RichText {
  // Notes do not hold notes, least of all themselves.
  const inside = { ...cellContext, marks: {}, depth: 0, notes: { ...notes, wordsOf: () => null } };
  return blocksOf(note.childNodes, inside).flatMap((line, index) => [
    ...(index === 0 ? [] : [{ text: '\n' }]),
    ...spansOf([line]).map(({ text, bold, italic, link }) => ({
      text,
      ...(bold === true ? { bold } : {}),
      ...(italic === true ? { italic } : {}),
      ...(link === undefined ? {} : { link }),
    })),
  ]);
}

/** What a plain line is where the walk stands. */
function sortOf({ list, quote: quoted }: Context): (spans: readonly DraftSpan[]) => DraftBlock | DraftListItem {
  if (list !== null) return item(list.ordered, list.depth, list.checked);
  return quoted ? quote : paragraph;
}

const paragraph = (spans: readonly DraftSpan[]): DraftBlock => ({ type: 'paragraph', spans });
const quote = (spans: readonly DraftSpan[]): DraftBlock => ({ type: 'quote', spans });
const heading =
  (level: number) =>
  (spans: readonly DraftSpan[]): DraftBlock => ({
    type: 'heading',
    level: level === 1 ? 1 : level === 2 ? 2 : 3,
    spans,
  });
const item =
  (ordered: boolean, depth: number, checked?: boolean) =>
  (spans: readonly DraftSpan[]): DraftListItem => ({
    spans,
    depth,
    ordered,
    ...(checked === undefined ? {} : { checked }),
  });

/** Word writes the number or bullet of a line as text that says it is to be ignored. */
function isNumbered(line: Element): boolean {
  return /^\s*[\da-z]+[.)]/i.test(signOf(line));
}

function signOf(node: Node, depth = 0): string {
  if (!defaultTreeAdapter.isElementNode(node) || depth > 20) return '';
  if (/mso-list:\s*Ignore/i.test(attribute(node, 'style'))) return wordsIn(node);
  return node.childNodes.map((child) => signOf(child, depth + 1)).find((sign) => sign !== '') ?? '';
}

/** All words of an element, in their order, without going down step by step. */
function wordsIn(element: Element): string {
  const words: string[] = [];
  const waiting: Node[] = [element];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (defaultTreeAdapter.isTextNode(node)) words.push(node.value);
    else if (defaultTreeAdapter.isElementNode(node) && !ignored.has(node.tagName))
      for (const child of node.childNodes.toReversed()) waiting.push(child);
  }
  return words.join(' ');
}

function marksOf(element: Element, tag: string, style: string, marks: Marks): Marks {
  const weight = /font-weight:\s*(\w+)/i.exec(style)?.[1] ?? '';
  const slant = /font-style:\s*(\w+)/i.exec(style)?.[1] ?? '';
  // Docs wraps everything in a <b> that says it is not bold.
  const bold = weight === '' ? tag === 'B' || tag === 'STRONG' : /^(bold|bolder|[6-9]\d\d)$/i.test(weight);
  const italic = slant === '' ? tag === 'I' || tag === 'EM' || tag === 'CITE' : /^(italic|oblique)$/i.test(slant);
  const strike = /^(S|DEL|STRIKE)$/.test(tag) || /text-decoration[^;]*line-through/i.test(style);
  const code = /^(CODE|KBD|SAMP|TT)$/.test(tag);
  const address = tag === 'A' ? attribute(element, 'href').trim() : '';
  return {
    ...marks,
    ...(bold ? { bold: true as const } : {}),
    ...(italic ? { italic: true as const } : {}),
    ...(strike ? { strike: true as const } : {}),
    ...(code ? { code: true as const } : {}),
    ...(isSafeLink(address) ? { link: address } : {}),
  };
}

/** Without the blanks that only laid the page out; neighbours with the same marks are one. */
function trimmed(spans: readonly DraftSpan[]): readonly DraftSpan[] {
  const result: DraftSpan[] = [];
  for (const span of spans) {
    const before = result.at(-1);
    const isNote = span.footnote !== undefined || before?.footnote !== undefined;
    if (before !== undefined && !isNote && marksKey(before) === marksKey(span))
      result[result.length - 1] = { ...before, text: before.text + span.text };
    else result.push(span);
  }
  for (let first = result[0]; first !== undefined; first = result[0]) {
    const text = first.text.trimStart();
    if (text !== '' || first.footnote !== undefined) {
      result[0] = { ...first, text };
      break;
    }
    result.shift();
  }
  for (let last = result.at(-1); last !== undefined; last = result.at(-1)) {
    const text = last.text.trimEnd();
    if (text !== '' || last.footnote !== undefined) {
      result[result.length - 1] = { ...last, text };
      break;
    }
    result.pop();
  }
  return result;
}

function marksKey({ bold, italic, strike, code, link }: DraftSpan): string {
  return JSON.stringify([bold, italic, strike, code, link]);
}
