import { defaultTreeAdapter, parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import type { DraftBlock, DraftListItem, DraftSpan } from '../../shared/story/draft-block.ts';
import { isSafeLink } from '../../shared/story/rich-text.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;
type Marks = Omit<DraftSpan, 'text' | 'ref'>;

/** Where in the page the walk is. */
interface Context {
  readonly marks: Marks;
  readonly quote: boolean;
  readonly list: { readonly ordered: boolean; readonly depth: number } | null;
  readonly verbatim: boolean;
}

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
 * What a page, or what Word or Docs put on the clipboard, says, as a draft's blocks: headings, lists, quotes, links and
 * marks; everything else is words. The markup is taken apart without the browser: nothing of it is ever loaded, run or shown.
 */
export function blocksFromHtml(html: string): readonly DraftBlock[] {
  const writer = new BlockWriter();
  const context: Context = { marks: {}, quote: false, list: null, verbatim: false };
  for (const node of parse(html).childNodes) walk(node, context, writer);
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

  write(text: string, context: Context): void {
    const last = this.#spans.at(-1)?.text ?? ' ';
    const words = context.verbatim ? text : text.replace(/[\s\u00a0]+/g, ' ');
    const kept = !context.verbatim && /\s$/.test(last) ? words.trimStart() : words;
    if (kept !== '') this.#spans.push({ ...context.marks, text: kept });
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
  const inside = (next: Context): void => node.childNodes.forEach((child) => walk(child, next, writer));
  const tag = node.tagName.toUpperCase();
  const style = attribute(node, 'style');
  if (/mso-list:\s*Ignore|display:\s*none|mso-hide/i.test(style)) return;
  const marked = { ...context, marks: marksOf(node, tag, style, context.marks) };

  if (tag === 'BR') return writer.write('\n', { ...context, verbatim: true });
  if (/^H[1-6]$/.test(tag)) return block(writer, heading(Number(tag[1])), () => inside(marked));
  if (tag === 'UL' || tag === 'OL') {
    const depth = context.list === null ? 0 : context.list.depth + 1;
    writer.line();
    inside({ ...marked, list: { ordered: tag === 'OL', depth } });
    return writer.line(sortOf(context));
  }
  if (tag === 'LI') return block(writer, sortOf(context), () => inside(marked));
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

/** Cells of a row stand in one line; tables come with their own issue. */
function cell(writer: BlockWriter, inside: () => void, context: Context): void {
  inside();
  writer.write('\u2003', { ...context, verbatim: true });
}

/** What a plain line is where the walk stands. */
function sortOf({ list, quote: quoted }: Context): (spans: readonly DraftSpan[]) => DraftBlock | DraftListItem {
  if (list !== null) return item(list.ordered, list.depth);
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
  (ordered: boolean, depth: number) =>
  (spans: readonly DraftSpan[]): DraftListItem => ({ spans, depth, ordered });

/** Word writes the number or bullet of a line as text that says it is to be ignored. */
function isNumbered(line: Element): boolean {
  return /^\s*[\da-z]+[.)]/i.test(signOf(line));
}

function signOf(node: Node): string {
  if (!defaultTreeAdapter.isElementNode(node)) return '';
  if (/mso-list:\s*Ignore/i.test(attribute(node, 'style'))) return textOf(node);
  return node.childNodes.map(signOf).find((sign) => sign !== '') ?? '';
}

function textOf(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value;
  return defaultTreeAdapter.isElementNode(node) ? node.childNodes.map(textOf).join('') : '';
}

function attribute(element: Element, name: string): string {
  return element.attrs.find((one) => one.name === name)?.value ?? '';
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
    if (before !== undefined && marksKey(before) === marksKey(span))
      result[result.length - 1] = { ...before, text: before.text + span.text };
    else result.push(span);
  }
  for (let first = result[0]; first !== undefined; first = result[0]) {
    const text = first.text.trimStart();
    if (text !== '') {
      result[0] = { ...first, text };
      break;
    }
    result.shift();
  }
  for (let last = result.at(-1); last !== undefined; last = result.at(-1)) {
    const text = last.text.trimEnd();
    if (text !== '') {
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
