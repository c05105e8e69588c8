import type { List, Nodes, Parents, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { detectedInText, firstOf } from '../detected.ts';
import { linkAddress } from '../html/addresses.ts';
import { parsePiece } from '../html/tree.ts';
import { writePage } from '../html/write-page.ts';
import type { BlockKind, MarkKind } from '../reading-writer.ts';
import { ReadingWriter } from '../reading-writer.ts';
import type { Reading } from '../reading.ts';
import { takeFrontMatter } from './front-matter.ts';

interface Place {
  readonly flow: () => BlockKind;
  readonly depth: number;
  /** Where links that are defined elsewhere in the text lead. */
  readonly defined: ReadonlyMap<string, string>;
}

const quote = (): BlockKind => ({ kind: 'quote' });

/** A Markdown text as it is meant: headings, lists, tables, links. HTML in it is read as text, and never as anything else. */
export function readMarkdown(text: string, name: string): Reading {
  const { body, said } = takeFrontMatter(text.replace(/\r\n?/g, '\n'));
  const tree = fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const writer = new ReadingWriter();
  const defined = new Map<string, string>();
  for (const child of tree.children) if (child.type === 'definition') defined.set(child.identifier, child.url);
  children(writer, tree, { flow: () => ({ kind: 'paragraph' }), depth: 0, defined });
  const reading = writer.finish(firstOf([]));
  const heading = reading.blocks.find((block) => block.kind === 'heading');
  const title = heading === undefined ? '' : reading.text.slice(heading.start, heading.end);
  return { ...reading, detected: firstOf([said, { title }, detectedInText(reading.text, name)]) };
}

function children(writer: ReadingWriter, parent: Parents, place: Place): void {
  for (const child of parent.children) write(writer, child, place);
}

function write(writer: ReadingWriter, node: Nodes, place: Place): void {
  switch (node.type) {
    case 'text':
      return writer.text(node.value);
    case 'inlineCode':
      return marked(writer, { kind: 'code' }, () => writer.text(node.value));
    case 'break':
      return writer.lineBreak();
    case 'emphasis':
      return marked(writer, { kind: 'emphasis' }, () => children(writer, node, place));
    case 'strong':
      return marked(writer, { kind: 'strong' }, () => children(writer, node, place));
    case 'link':
      return link(writer, node.url, () => children(writer, node, place));
    case 'linkReference':
      return link(writer, place.defined.get(node.identifier) ?? '', () => children(writer, node, place));
    case 'heading': {
      const level = node.depth;
      return block(
        writer,
        () => ({ kind: 'heading', level }),
        place,
        () => children(writer, node, place),
      );
    }
    case 'paragraph':
      return block(writer, place.flow, place, () => children(writer, node, place));
    case 'blockquote':
      return children(writer, node, { ...place, flow: quote });
    case 'code':
      return block(
        writer,
        () => ({ kind: 'preformatted' }),
        place,
        () => writer.preformatted(node.value),
      );
    case 'list':
      return list(writer, node, place);
    case 'table':
      return table(writer, node, place);
    case 'html':
      return html(writer, node.value, place);
    case 'thematicBreak':
      return writer.begin(place.flow);
    case 'definition':
    case 'image':
    case 'imageReference':
    case 'yaml':
    case 'footnoteReference':
      return;
    default:
      // What holds nothing else says nothing: signs of other rooms' extensions, too.
      return 'children' in node ? children(writer, node, place) : undefined;
  }
}

function block(writer: ReadingWriter, kind: () => BlockKind, place: Place, write: () => void): void {
  writer.begin(kind);
  write();
  writer.begin(place.flow);
}

function marked(writer: ReadingWriter, kind: MarkKind, write: () => void): void {
  const isMarked = writer.mark(kind);
  write();
  if (isMarked) writer.unmark();
}

function link(writer: ReadingWriter, url: string, write: () => void): void {
  const address = linkAddress(url, '');
  if (address === '') write();
  else marked(writer, { kind: 'link', address }, write);
}

function list(writer: ReadingWriter, node: List, place: Place): void {
  const depth = place.depth + 1;
  let number = node.start ?? 1;
  for (const item of node.children) {
    let marker = node.ordered === true ? `${String(number)}.` : '•';
    number += 1;
    const flow = (): BlockKind => {
      const own = marker;
      marker = '';
      return { kind: 'item', depth, marker: own };
    };
    writer.begin(flow);
    children(writer, item, { ...place, flow, depth });
  }
  writer.begin(place.flow);
}

function table(writer: ReadingWriter, node: Table, place: Place): void {
  node.children.forEach((row, at) => {
    writer.begin(() => ({ kind: 'row', isHead: at === 0 }));
    for (const cell of row.children) {
      writer.cell();
      children(writer, cell, place);
    }
  });
  writer.begin(place.flow);
}

/** A block of HTML gives the text it shows; single tags within a line give nothing. */
function html(writer: ReadingWriter, value: string, place: Place): void {
  const piece = /^<(?:br)\b[^>]*>$/i.test(value) ? null : parsePiece(value);
  if (piece === null) writer.lineBreak();
  else if (piece.childNodes.some(({ nodeName }) => nodeName !== '#comment') && /\S[^<>]*<\//.test(value)) {
    writer.begin(place.flow);
    writePage(writer, piece, '');
    writer.begin(place.flow);
  }
}
