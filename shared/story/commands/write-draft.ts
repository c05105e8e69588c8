import * as Y from 'yjs';
import { draftRoot } from '../document.ts';
import type { DraftBlock, DraftCell, DraftListItem, DraftRow, DraftSpan } from '../draft-block.ts';
import { isSafeLink } from '../rich-text.ts';
import { CommandOrigin } from './writer.ts';

/** Attributes may hold what Yjs's types do not speak of: numbers, lists, objects. */
type Attributes = Readonly<Record<string, unknown>>;
type Child = Y.XmlElement | Y.XmlText;

/**
 * Writes the text of a draft that has none yet, as the editor's binding would (`reading/draft-blocks.ts` says how a draft lies in its
 * document). One transaction. False where there is a text already: it is not touched.
 */
export function writeDraftText(doc: Y.Doc, blocks: readonly DraftBlock[]): boolean {
  const root = draftRoot(doc);
  if (root.length > 0) return false;
  doc.transact(() => root.insert(0, blocks.map(blockOf)), new CommandOrigin('import'));
  return true;
}

function blockOf(block: DraftBlock): Y.XmlElement {
  switch (block.type) {
    case 'heading':
      return element('heading', block.level === 1 ? {} : { __tag: `h${block.level}` }, inline(block.spans));
    case 'paragraph':
    case 'quote':
      return element(block.type, {}, inline(block.spans));
    case 'list':
      return list(block.items, 0);
    case 'table':
      return element('table', {}, block.rows.map(rowOf));
    case 'image': {
      const { sha256, mediaType, width, height, alt, caption } = block;
      const said = { __sha256: sha256, __mediaType: mediaType, __width: width, __height: height, __alt: alt };
      return element('image', { ...said, __caption: caption }, []);
    }
  }
}

function rowOf({ cells }: DraftRow, at: number, rows: readonly DraftRow[]): Y.XmlElement {
  const isHeadedBelow = rows.length > 1 && rows.slice(1).every((row) => row.cells[0]?.header === true);
  const state = (column: number): number => {
    if (at > 0) return headerStates.column;
    return column === 0 && isHeadedBelow ? headerStates.both : headerStates.row;
  };
  const children = cells.map((cell, column) => cellOf(cell, state(column)));
  return element('tablerow', {}, children);
}

/** What a header is one of, as the editor's tables number it. */
const headerStates = { row: 1, column: 2, both: 3 } as const;

function cellOf({ header, blocks, colSpan = 1, rowSpan = 1 }: DraftCell, headerState: number): Y.XmlElement {
  const inside = blocks.length === 0 ? [element('paragraph', {}, [])] : blocks.map(blockOf);
  return element(
    'tablecell',
    {
      ...(colSpan > 1 ? { __colSpan: colSpan } : {}),
      ...(rowSpan > 1 ? { __rowSpan: rowSpan } : {}),
      ...(header ? { __headerState: headerState } : {}),
    },
    inside,
  );
}

/** Deeper items lie in a list inside an item of its own. */
function list(items: readonly DraftListItem[], depth: number): Y.XmlElement {
  const first = items.find((item) => item.depth <= depth) ?? items[0];
  const children: Y.XmlElement[] = [];
  for (let at = 0; at < items.length;) {
    const item = items[at];
    if (item === undefined) break;
    if (item.depth <= depth) {
      const done = first?.checked === undefined ? {} : { __checked: item.checked === true };
      children.push(element('listitem', done, inline(item.spans)));
      at += 1;
      continue;
    }
    const end = items.findIndex((one, index) => index > at && one.depth <= depth);
    const nested = items.slice(at, end < 0 ? undefined : end);
    children.push(element('listitem', {}, [list(nested, depth + 1)]));
    at += nested.length;
  }
  return element('list', listAttributes(first), children);
}

function listAttributes(first: DraftListItem | undefined): Attributes {
  if (first?.checked !== undefined) return { __tag: 'ul', __listType: 'check' };
  return first?.ordered === true ? {} : { __tag: 'ul', __listType: 'bullet' };
}

const formats = { bold: 1, italic: 2, strike: 4, code: 16 } as const;

interface Run {
  readonly insert: string;
  readonly attributes: Attributes;
}

/** Runs that follow each other lie in one text; whatever stands for something else parts them. */
function inline(spans: readonly DraftSpan[]): readonly Child[] {
  const children: Child[] = [];
  let runs: Run[] = [];
  const endText = (): void => {
    if (runs.length === 0) return;
    const text = new Y.XmlText();
    text.applyDelta(runs);
    children.push(text);
    runs = [];
  };
  const put = (child: Y.XmlElement): void => {
    endText();
    children.push(child);
  };
  for (const [at, span] of spans.entries()) {
    if (span.ref !== undefined) {
      put(element('reference', { __kind: span.ref.kind, __id: span.ref.id, __title: span.text }, []));
    } else if (span.cites !== undefined) {
      put(element('citation', { __cites: span.cites }, []));
    } else if (span.footnote !== undefined) {
      put(element('footnote', { __note: span.footnote }, []));
    } else if (span.link !== undefined && isSafeLink(span.link)) {
      if (at > 0 && isLinked(spans[at - 1], span.link)) continue;
      const end = spans.findIndex((one, index) => index > at && !isLinked(one, span.link));
      const linked = spans.slice(at, end < 0 ? undefined : end);
      put(element('link', { __url: span.link }, inline(linked.map(({ link: _, ...words }) => words))));
    } else {
      span.text.split('\n').forEach((line, index) => {
        if (index > 0) put(element('linebreak', {}, []));
        if (line !== '') runs.push({ insert: line, attributes: formatOf(span) });
      });
    }
  }
  endText();
  return children;
}

/** Whether a run is words that lead there, and stands for nothing else. */
function isLinked(span: DraftSpan | undefined, link: string | undefined): boolean {
  return span?.link === link && span?.ref === undefined && span?.cites === undefined && span?.footnote === undefined;
}

function formatOf(span: DraftSpan): Attributes {
  // The keys of an object of our own.
  const names = Object.keys(formats) as (keyof typeof formats)[];
  const bits = names.reduce((sum, name) => sum + (span[name] === true ? formats[name] : 0), 0);
  return bits === 0 ? {} : { p: { __format: bits } };
}

function element(name: string, attributes: Attributes, children: readonly Child[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  // Yjs stores any JSON, whatever its types say: reading expects numbers and lists here.
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  if (children.length > 0) made.insert(0, [...children]);
  return made;
}
