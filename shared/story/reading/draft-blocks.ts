import * as Y from 'yjs';
import { draftRoot } from '../document.ts';
import type { DraftBlock, DraftCell, DraftListItem, DraftRow, DraftSpan } from '../draft-block.ts';
import { entryRefSchema } from '../ref.ts';
import { isSafeLink } from '../rich-text.ts';
import { attribute, imageOf, readCites, richOf } from './draft-attributes.ts';
import * as v from 'valibot';

/**
 * How a draft is stored: the root element holds blocks (`paragraph`, `heading`, `quote`, `list` with `listitem`s, `image`,
 * `table` with `tablerow`s of `tablecell`s that hold blocks), blocks hold inline elements (`link`, `linebreak`, `reference`,
 * `citation`, `footnote`) and texts. Properties are attributes, left out at their defaults;
 * a text's marks are bits under `p.__format`. This is what the editor's binding writes (see docs/adr), read here without it,
 * because brief, search and the command line have no editor.
 */
const formats = { bold: 1, italic: 2, strike: 4, code: 16 } as const;

/** The names of the elements this version understands. */
export const knownDraftElements: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'quote',
  'list',
  'listitem',
  'link',
  'linebreak',
  'reference',
  'citation',
  'footnote',
  'image',
  'table',
  'tablerow',
  'tablecell',
]);

/** Reads a draft's document. Never throws, never writes; the words of elements it does not know are kept as paragraphs. */
export function readDraftBlocks(doc: Y.Doc): readonly DraftBlock[] {
  return draftRoot(doc).toArray().flatMap(blocksOf);
}

/** The first element of a draft, or of what is given of it, that only a newer version understands; null where all are known. */
export function unknownDraftElement(within: Y.XmlElement | Y.XmlText): string | null {
  if (within instanceof Y.XmlText) return unknownText(within);
  if (within.parent !== null && !knownDraftElements.has(within.nodeName)) return within.nodeName;
  for (const child of within.toArray()) {
    const inside = child instanceof Y.XmlHook ? child.hookName : unknownDraftElement(child);
    if (inside !== null) return inside;
  }
  return null;
}

type Child = Y.XmlElement | Y.XmlText | Y.XmlHook;

function blocksOf(child: Child): readonly DraftBlock[] {
  if (!(child instanceof Y.XmlElement)) return [{ type: 'paragraph', spans: spansOf([child]) }];
  const spans = (): readonly DraftSpan[] => spansOf(child.toArray());
  switch (child.nodeName) {
    case 'heading':
      return [{ type: 'heading', level: headingLevel(attribute(child, '__tag')), spans: spans() }];
    case 'quote':
      return [{ type: 'quote', spans: spans() }];
    case 'list':
      return [{ type: 'list', ordered: isOrdered(child), items: itemsOf(child, 0) }];
    case 'paragraph':
      return [{ type: 'paragraph', spans: spans() }];
    case 'table':
      return [{ type: 'table', rows: rowsOf(child) }];
    case 'image':
      return [imageOf(child)];
    default:
      return unknownBlocks(child);
  }
}

function rowsOf(table: Y.XmlElement): readonly DraftRow[] {
  return elementsOf(table).map((row) => ({ cells: elementsOf(row).map(cellOf) }));
}

function cellOf(cell: Y.XmlElement): DraftCell {
  const header = attribute(cell, '__headerState');
  const [colSpan, rowSpan] = [spanOf(cell, '__colSpan'), spanOf(cell, '__rowSpan')];
  return {
    header: typeof header === 'number' && header > 0,
    blocks: cell.toArray().flatMap(blocksOf).flatMap(withoutTables),
    ...(colSpan > 1 ? { colSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
  };
}

/** What no editor of ours makes but a file may hold: the rows of a table inside a cell, as paragraphs. */
function withoutTables(block: DraftBlock): readonly DraftBlock[] {
  return block.type === 'table' ? block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.blocks)) : [block];
}

/** The most rows or columns one cell covers. */
const widest = 1000;

function spanOf(cell: Y.XmlElement, name: string): number {
  const span = attribute(cell, name);
  return typeof span === 'number' && Number.isInteger(span) && span > 1 ? Math.min(span, widest) : 1;
}

function elementsOf(element: Y.XmlElement): readonly Y.XmlElement[] {
  return element.toArray().filter((child) => child instanceof Y.XmlElement);
}

/** A part of a newer version, say: each of its parts that has words becomes a paragraph. */
function unknownBlocks(element: Y.XmlElement): readonly DraftBlock[] {
  const children = element.toArray();
  const nested = children.some((child) => child instanceof Y.XmlElement && !isInline(child));
  return nested ? children.flatMap(blocksOf) : [{ type: 'paragraph', spans: spansOf(children) }];
}

function itemsOf(list: Y.XmlElement, depth: number): readonly DraftListItem[] {
  const ordered = isOrdered(list);
  const isChecklist = attribute(list, '__listType') === 'check';
  return list.toArray().flatMap((item) => {
    if (!(item instanceof Y.XmlElement)) return [{ spans: spansOf([item]), depth, ordered }];
    const children = item.toArray();
    const nested = children.filter(isList);
    const own = children.filter((child) => !isList(child));
    // A nested list lies in an item of its own, which is no line of the outer list.
    const done = isChecklist ? { checked: attribute(item, '__checked') === true } : {};
    const line = own.length > 0 || nested.length === 0 ? [{ spans: spansOf(own), depth, ordered, ...done }] : [];
    return [...line, ...nested.flatMap((one) => itemsOf(one, depth + 1))];
  });
}

function spansOf(children: readonly Child[], link?: string): readonly DraftSpan[] {
  const spans: DraftSpan[] = [];
  for (const child of children) {
    if (child instanceof Y.XmlText) spans.push(...textSpans(child, link));
    else if (child instanceof Y.XmlElement) spans.push(...inlineSpans(child, link));
  }
  return joined(spans);
}

function inlineSpans(element: Y.XmlElement, link: string | undefined): readonly DraftSpan[] {
  if (element.nodeName === 'linebreak') return [marked('\n', 0, link)];
  if (element.nodeName === 'reference') return referenceSpans(element);
  if (element.nodeName === 'citation') return citationSpans(element);
  if (element.nodeName === 'footnote') return [{ text: '', footnote: richOf(attribute(element, '__note')) }];
  if (element.nodeName !== 'link') return spansOf(element.toArray(), link);
  const address = attribute(element, '__url');
  return spansOf(element.toArray(), typeof address === 'string' && isSafeLink(address) ? address : undefined);
}

function referenceSpans(element: Y.XmlElement): readonly DraftSpan[] {
  const title = attribute(element, '__title');
  const text = typeof title === 'string' ? title : '';
  const ref = v.safeParse(entryRefSchema, { kind: attribute(element, '__kind'), id: attribute(element, '__id') });
  if (ref.success) return [{ text, ref: ref.output }];
  return text === '' ? [] : [{ text }];
}

function citationSpans(element: Y.XmlElement): readonly DraftSpan[] {
  const cites = readCites(attribute(element, '__cites'));
  return cites.length === 0 ? [] : [{ text: '', cites }];
}

function textSpans(text: Y.XmlText, link: string | undefined): readonly DraftSpan[] {
  const spans: DraftSpan[] = [];
  for (const { insert, attributes } of runsOf(text)) {
    if (typeof insert === 'string') spans.push(marked(insert, formatOf(attributes?.['p']), link));
  }
  return spans;
}

function marked(text: string, format: number, link: string | undefined): DraftSpan {
  return {
    text,
    ...((format & formats.bold) !== 0 ? { bold: true as const } : {}),
    ...((format & formats.italic) !== 0 ? { italic: true as const } : {}),
    ...((format & formats.strike) !== 0 ? { strike: true as const } : {}),
    ...((format & formats.code) !== 0 ? { code: true as const } : {}),
    ...(link === undefined ? {} : { link }),
  };
}

/** Neighbours with the same marks become one span; empty ones disappear. */
function joined(spans: readonly DraftSpan[]): readonly DraftSpan[] {
  const result: DraftSpan[] = [];
  for (const span of spans) {
    const before = result.at(-1);
    if (span.text === '' && !isThing(span)) continue;
    if (before !== undefined && sameMarks(before, span)) result[result.length - 1] = join(before, span);
    else result.push(span);
  }
  return result;
}

function join(before: DraftSpan, span: DraftSpan): DraftSpan {
  return { ...before, text: before.text + span.text };
}

/** Whether a run stands for something else than words. */
function isThing({ ref, cites, footnote }: DraftSpan): boolean {
  return ref !== undefined || cites !== undefined || footnote !== undefined;
}

function sameMarks(a: DraftSpan, b: DraftSpan): boolean {
  if (isThing(a) || isThing(b)) return false;
  return a.bold === b.bold && a.italic === b.italic && a.strike === b.strike && a.code === b.code && a.link === b.link;
}

function unknownText(text: Y.XmlText): string | null {
  for (const { insert, attributes } of runsOf(text)) {
    const type = attributes?.['t'];
    if (typeof insert !== 'string') return 'embed';
    if (typeof type === 'string' && type !== 'tab') return type;
  }
  return null;
}

interface Run {
  readonly insert?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

function runsOf(text: Y.XmlText): readonly Run[] {
  // A delta is untyped in Yjs: runs of text with attributes, or embedded things, which drafts do not have.
  return text.toDelta() as Run[];
}

function isList(child: Child): child is Y.XmlElement {
  return child instanceof Y.XmlElement && child.nodeName === 'list';
}

const inline: ReadonlySet<string> = new Set(['link', 'linebreak', 'reference', 'citation', 'footnote']);

function isInline(element: Y.XmlElement): boolean {
  return inline.has(element.nodeName);
}

function isOrdered(list: Y.XmlElement): boolean {
  return (attribute(list, '__listType') ?? 'number') === 'number';
}

function headingLevel(tag: unknown): 1 | 2 | 3 {
  return tag === 'h2' ? 2 : tag === undefined || tag === 'h1' ? 1 : 3;
}

function formatOf(properties: unknown): number {
  if (typeof properties !== 'object' || properties === null || !('__format' in properties)) return 0;
  return typeof properties.__format === 'number' ? properties.__format : 0;
}
