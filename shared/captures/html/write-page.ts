import { attribute, isHidden } from '../../imports/index.ts';
import type { BlockKind, MarkKind, ReadingWriter } from '../reading-writer.ts';
import { linkAddress } from './addresses.ts';
import { listMarkers } from './list-markers.ts';
import { rowsOf } from './tables.ts';
import { levelAttribute } from './well-formed.ts';
import { isElement, isText } from './tree.ts';
import type { Element, Node, Parent } from './tree.ts';

/** Where on the page we are. */
interface Place {
  readonly base: string;
  /** What loose words are. */
  readonly flow: () => BlockKind;
  readonly depth: number;
  readonly mode: 'flow' | 'pre' | 'cell';
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const paragraph = (): BlockKind => ({ kind: 'paragraph' });
const quote = (): BlockKind => ({ kind: 'quote' });

/** Controls and pictures: what they show is no text of the page. */
const skipped = words('button input select textarea progress meter datalist option optgroup dialog math rt rp');

const blocks = words(
  'address article aside body caption center dd details dir div dl dt fieldset figcaption figure footer form header hgroup hr html legend main menu nav p search section summary table tbody td tfoot th thead tr li optgroup noscript frameset',
);

const marks: Readonly<Record<string, MarkKind>> = {
  strong: { kind: 'strong' },
  b: { kind: 'strong' },
  em: { kind: 'emphasis' },
  i: { kind: 'emphasis' },
  cite: { kind: 'emphasis' },
  dfn: { kind: 'emphasis' },
  code: { kind: 'code' },
  kbd: { kind: 'code' },
  samp: { kind: 'code' },
  tt: { kind: 'code' },
};

/**
 * Writes what a page, or a piece of one, shows.
 * @param base what its links are relative to; '' where that is not known
 */
export function writePage(writer: ReadingWriter, root: Parent, base: string): void {
  children(writer, root, { base, flow: paragraph, depth: 0, mode: 'flow' });
  writer.begin();
}

function children(writer: ReadingWriter, parent: Parent, place: Place): void {
  for (const node of parent.childNodes) write(writer, node, place);
}

function write(writer: ReadingWriter, node: Node, place: Place): void {
  if (isText(node)) {
    if (place.mode === 'pre') writer.preformatted(node.value);
    else writer.text(node.value);
  } else if (isElement(node) && !isHidden(node) && !skipped.has(node.tagName)) element(writer, node, place);
}

function element(writer: ReadingWriter, node: Element, place: Place): void {
  const { tagName } = node;
  if (tagName === 'br') return place.mode === 'pre' ? writer.preformatted('\n') : writer.lineBreak();
  if (tagName === 'wbr' || tagName === 'img') return;
  if (place.mode === 'cell' && (blocks.has(tagName) || /^(?:h[1-6]|pre|ul|ol|blockquote)$/.test(tagName))) {
    writer.space();
    children(writer, node, place);
    return writer.space();
  }
  const heading = /^h([1-6])$/.exec(tagName)?.[1];
  if (heading !== undefined) {
    const level = attribute(node, levelAttribute) === '1' ? 1 : Number(heading);
    return block(writer, node, place, () => ({ kind: 'heading', level }));
  }
  if (tagName === 'pre' || tagName === 'xmp' || tagName === 'listing' || tagName === 'plaintext') {
    return block(writer, node, { ...place, mode: 'pre' }, () => ({ kind: 'preformatted' }), place.flow);
  }
  if (tagName === 'blockquote') return block(writer, node, { ...place, flow: quote }, quote, place.flow);
  if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu') return list(writer, node, place);
  if (tagName === 'table') return table(writer, node, place);
  if (tagName === 'dd') return block(writer, node, place, () => ({ kind: 'item', depth: place.depth + 1, marker: '' }));
  if (blocks.has(tagName)) return block(writer, node, place, place.flow);
  const mark = markOf(node, place.base);
  const isMarked = mark !== null && writer.mark(mark);
  children(writer, node, place);
  if (isMarked) writer.unmark();
}

function block(
  writer: ReadingWriter,
  node: Element,
  place: Place,
  kind: () => BlockKind,
  flow: () => BlockKind = place.flow,
): void {
  writer.begin(kind);
  children(writer, node, { ...place, flow: kind });
  writer.begin(flow);
}

function list(writer: ReadingWriter, node: Element, place: Place): void {
  const depth = place.depth + 1;
  const markers = listMarkers(node);
  for (const child of node.childNodes) {
    let marker = markers.get(child) ?? '';
    // The first words of an item have its number or bullet, further paragraphs none.
    const flow = (): BlockKind => {
      const own = marker;
      marker = '';
      return { kind: 'item', depth, marker: own };
    };
    writer.begin(flow);
    if (isElement(child) && child.tagName === 'li' && !isHidden(child))
      children(writer, child, { ...place, flow, depth });
    else write(writer, child, { ...place, flow, depth });
  }
  writer.begin(place.flow);
}

function table(writer: ReadingWriter, node: Element, place: Place): void {
  const rows = rowsOf(node);
  if (rows === null) return block(writer, node, place, place.flow);
  for (const child of node.childNodes) {
    if (isElement(child) && child.tagName === 'caption') block(writer, child, place, place.flow);
  }
  for (const { isHead, cells } of rows) {
    writer.begin(() => ({ kind: 'row', isHead }));
    for (const { element: cell, span } of cells) {
      writer.cell();
      if (!isHidden(cell)) children(writer, cell, { ...place, mode: 'cell' });
      for (let more = 1; more < span; more += 1) writer.cell();
    }
  }
  writer.begin(place.flow);
}

function markOf(node: Element, base: string): MarkKind | null {
  if (node.tagName !== 'a') return marks[node.tagName] ?? null;
  const address = linkAddress(attribute(node, 'href') ?? '', base);
  return address === '' ? null : { kind: 'link', address };
}
