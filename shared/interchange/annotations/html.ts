import { defaultTreeAdapter, parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { isSafeLink } from '../../story/rich-text.ts';
import type { RichSpan, RichText } from '../../story/rich-text.ts';
import { pushSpan } from './spans.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Marks = Omit<RichSpan, 'text'>;

/** No note nests deeper; hostile ones do, to make reading slow. */
const deepest = 200;
const blocks: ReadonlySet<string> = new Set('p div li blockquote h1 h2 h3 h4 h5 h6 tr pre ul ol table'.split(' '));
const silent: ReadonlySet<string> = new Set(
  'script style template iframe object noscript title svg math select textarea'.split(' '),
);

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Rich text as HTML: a paragraph for every line, bold, italic and links. */
export function htmlOfRich(rich: RichText): string {
  const lines: string[] = [''];
  for (const span of rich) {
    span.text.split('\n').forEach((part, at) => {
      if (at > 0) lines.push('');
      if (part !== '') lines[lines.length - 1] += marked(part, span);
    });
  }
  return lines.map((line) => `<p>${line}</p>`).join('');
}

function marked(text: string, { bold, italic, link }: Marks): string {
  let html = escaped(text);
  if (italic === true) html = `<em>${html}</em>`;
  if (bold === true) html = `<strong>${html}</strong>`;
  return link === undefined ? html : `<a href="${escaped(link)}">${html}</a>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (char) => escapes[char] ?? char);
}

class TooDeep extends Error {}

/** The rich text of HTML: its words, bold, italic and safe links. Nothing of it is run or fetched. Null where it nests too deeply. */
export function richOfHtml(html: string): RichText | null {
  let depth = 0;
  try {
    const fragment = parseFragment(html, {
      treeAdapter: {
        ...defaultTreeAdapter,
        onItemPush: () => {
          depth += 1;
          if (depth > deepest) throw new TooDeep();
        },
        onItemPop: () => {
          depth -= 1;
        },
      },
    });
    const writer = new LineWriter();
    for (const node of fragment.childNodes) walk(node, {}, writer);
    return writer.spans();
  } catch (error) {
    if (error instanceof TooDeep) return null;
    throw error;
  }
}

function walk(node: Node, marks: Marks, writer: LineWriter): void {
  if (node.nodeName === '#text' && 'value' in node) writer.text(node.value, marks);
  if (!('tagName' in node) || silent.has(node.tagName)) return;
  if (node.tagName === 'br') {
    writer.breakLine();
    return;
  }
  const isBlock = blocks.has(node.tagName);
  if (isBlock) writer.edge();
  const before = writer.count;
  const inner = { ...marks, ...marksOf(node) };
  for (const child of node.childNodes) walk(child, inner, writer);
  if (!isBlock) return;
  writer.edge();
  if (node.tagName === 'p' && writer.count === before) writer.breakLine();
}

function marksOf({ tagName, attrs }: DefaultTreeAdapterTypes.Element): Marks {
  if (tagName === 'strong' || tagName === 'b') return { bold: true };
  if (tagName === 'em' || tagName === 'i' || tagName === 'cite') return { italic: true };
  const href = tagName === 'a' ? attrs.find(({ name }) => name === 'href')?.value : undefined;
  return href !== undefined && isSafeLink(href) ? { link: href } : {};
}

/** Collects words, one line for every block that has any, and for every paragraph. */
class LineWriter {
  readonly #lines: RichSpan[][] = [];
  #open: RichSpan[] = [];

  text(value: string, marks: Marks): void {
    // Line ends in a file of HTML are spaces.
    const text = value.replace(/[\t\n\f\r]+/g, ' ');
    if (text !== '') pushSpan(this.#open, { text, ...marks });
  }

  /** Ends the line, also an empty one. */
  breakLine(): void {
    this.#lines.push(this.#open);
    this.#open = [];
  }

  /** Enters or leaves a block: what stands before it is a line of its own. White space between blocks is none. */
  edge(): void {
    if (this.#open.some(({ text }) => text.trim() !== '')) this.breakLine();
    this.#open = [];
  }

  get count(): number {
    return this.#lines.length;
  }

  spans(): RichText {
    this.edge();
    const spans: RichSpan[] = [];
    this.#lines.forEach((line, at) => {
      if (at > 0) pushSpan(spans, { text: '\n' });
      for (const span of line) pushSpan(spans, span);
    });
    return spans;
  }
}
