import { $createLinkNode, $isLinkNode } from '@lexical/link';
import {
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
} from 'lexical';
import type { ElementNode, LexicalNode, ParagraphNode, PointType } from 'lexical';
import { plainFromRich, richSpan } from '../../shared/story/rich-text.ts';
import type { RichSpan, RichText } from '../../shared/story/rich-text.ts';
import { movedOffset } from './moved-offset.ts';

/** What the editor shows, as rich text. Every paragraph is a line. */
export function $readRich(): RichText {
  const spans: RichSpan[] = [];
  $getRoot()
    .getChildren()
    .forEach((paragraph, index) => {
      if (index > 0) add(spans, { text: '\n' });
      for (const span of $spans($isElementNode(paragraph) ? paragraph : null)) add(spans, span);
    });
  return spans;
}

/**
 * Shows rich text in place of what is shown; what is the same at both ends stays, and the caret stays with its words. Does
 * nothing where nothing differs.
 */
export function $showRich(value: RichText): void {
  const root = $getRoot();
  const before = root.getChildren().map((line) => JSON.stringify($spans($isElementNode(line) ? line : null)));
  const lines = linesOf(value);
  const after = lines.map((line) => JSON.stringify(line));
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  const room = Math.min(before.length, after.length) - start;
  while (end < room && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  if (start + end === before.length && before.length === after.length) return;
  const caret = $caret(value);
  root.splice(start, before.length - start - end, lines.slice(start, lines.length - end).map($paragraph));
  if (caret !== null) $setCaret(caret);
}

/** Puts the caret, or with two offsets the selection, where that many letters stand before it; a line's end counts as one. */
export function $setCaret([anchor, focus]: readonly [number, number]): void {
  const start = $pointAt(anchor);
  const selection = $getRoot().selectEnd();
  const end = $pointAt(focus);
  selection.anchor.set(...start);
  selection.focus.set(...end);
}

/** Where the caret will be once `value` is shown; null where there is none. */
function $caret(value: RichText): readonly [number, number] | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const before = plainFromRich($readRich());
  const after = plainFromRich(value);
  const moved = (point: PointType): number => movedOffset($offsetOf(point), before, after);
  return [moved(selection.anchor), moved(selection.focus)];
}

function $offsetOf(point: PointType): number {
  let offset = 0;
  for (const line of $getRoot().getChildren()) {
    const inside = $offsetIn(line, point);
    if (inside !== null) return offset + inside;
    offset += line.getTextContentSize() + 1;
  }
  return Math.max(0, offset - 1);
}

/** How many letters of `node` stand before a point in it; null where the point is elsewhere. */
function $offsetIn(node: LexicalNode, point: PointType): number | null {
  if (node.getKey() === point.key && point.type === 'text') return point.offset;
  if (!$isElementNode(node)) return null;
  let offset = 0;
  for (const [index, child] of node.getChildren().entries()) {
    if (node.getKey() === point.key && index === point.offset) return offset;
    const inside = $offsetIn(child, point);
    if (inside !== null) return offset + inside;
    offset += child.getTextContentSize();
  }
  return node.getKey() === point.key ? offset : null;
}

function $pointAt(offset: number): [key: string, offset: number, type: 'text' | 'element'] {
  let left = offset;
  const lines = $getRoot().getChildren();
  const line = lines.find((one) => {
    const size = one.getTextContentSize();
    if (left <= size) return true;
    left -= size + 1;
    return false;
  });
  const target = line ?? lines.at(-1);
  if (!$isElementNode(target)) return [$getRoot().getKey(), 0, 'element'];
  const texts = target.getAllTextNodes();
  for (const text of texts) {
    const size = text.getTextContentSize();
    if (left <= size) return [text.getKey(), left, 'text'];
    left -= size;
  }
  const last = texts.at(-1);
  return last === undefined ? [target.getKey(), 0, 'element'] : [last.getKey(), last.getTextContentSize(), 'text'];
}

function $spans(parent: ElementNode | null, link?: string): readonly RichSpan[] {
  return (parent?.getChildren() ?? []).flatMap((node): readonly RichSpan[] => {
    if ($isLinkNode(node)) return $spans(node, node.getURL());
    if (!$isTextNode(node)) return $isElementNode(node) ? $spans(node, link) : [];
    const marks = { bold: node.hasFormat('bold'), italic: node.hasFormat('italic'), link };
    return [richSpan(node.getTextContent(), marks)];
  });
}

/** Adds a run; one with the marks of the run before it only lengthens that. */
function add(spans: RichSpan[], span: RichSpan): void {
  const before = spans.at(-1);
  const same = before?.bold === span.bold && before?.italic === span.italic && before?.link === span.link;
  if (before !== undefined && same) spans[spans.length - 1] = { ...before, text: before.text + span.text };
  else if (span.text !== '') spans.push(span);
}

function linesOf(value: RichText): readonly RichText[] {
  const lines: RichSpan[][] = [[]];
  for (const span of value) {
    span.text.split('\n').forEach((text, index) => {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push(richSpan(text, { ...span }));
    });
  }
  return lines;
}

function $paragraph(spans: RichText): ParagraphNode {
  const paragraph = $createParagraphNode();
  for (const span of spans) {
    const text = $createTextNode(span.text);
    if (span.bold === true) text.toggleFormat('bold');
    if (span.italic === true) text.toggleFormat('italic');
    paragraph.append(span.link === undefined ? text : $createLinkNode(span.link).append(text));
  }
  return paragraph;
}
