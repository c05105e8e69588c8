import type { PhrasingContent } from 'mdast';
import type { DraftImage, DraftSpan } from '../../story/draft-block.ts';
import { isSafeLink } from '../../story/rich-text.ts';
import { readCiteWords } from './cite-words.ts';
import { refAt } from './known.ts';
import type { Known } from './known.ts';
import { readHtml } from './read-html.ts';

type Marks = Omit<DraftSpan, 'text'>;

/** What stands in a line, as runs. Pictures are none: `picturesIn` gives them. */
export function spansOf(nodes: readonly PhrasingContent[], known: Known): readonly DraftSpan[] {
  return joined(inlineOf(nodes, {}, known));
}

/** The pictures in a line whose bytes, or whose name, the text has. */
export function picturesIn(nodes: readonly PhrasingContent[], known: Known): readonly DraftImage[] {
  return nodes.flatMap((node): readonly DraftImage[] => {
    if (node.type === 'html') return readHtml(node.value, known).pictures;
    if (node.type !== 'image' && node.type !== 'imageReference')
      return 'children' in node ? picturesIn(node.children, known) : [];
    const { url, title } = addressed(node, known);
    const said = known.pictures.at(url);
    if (said === null) return [];
    return [{ type: 'image', ...said, alt: node.alt ?? '', caption: title === '' ? [] : [{ text: title }] }];
  });
}

type Pictured = Extract<PhrasingContent, { type: 'image' | 'imageReference' }>;

/** Where a picture is, and what it is called. */
export function addressed(node: Pictured, { definitions }: Known): { readonly url: string; readonly title: string } {
  const { url = '', title } = (node.type === 'image' ? node : definitions.get(node.identifier)) ?? {};
  return { url, title: title ?? '' };
}

function inlineOf(nodes: readonly PhrasingContent[], marks: Marks, known: Known): readonly DraftSpan[] {
  return nodes.flatMap((node): readonly DraftSpan[] => {
    switch (node.type) {
      case 'text':
        return [{ text: known.pictures.restored(node.value.replaceAll('\n', ' ')), ...marks }];
      case 'break':
        return [{ text: '\n', ...marks }];
      case 'strong':
        return inlineOf(node.children, { ...marks, bold: true }, known);
      case 'emphasis':
        return inlineOf(node.children, { ...marks, italic: true }, known);
      case 'delete':
        return inlineOf(node.children, { ...marks, strike: true }, known);
      case 'inlineCode':
        return [{ text: known.pictures.restored(node.value), ...marks, code: true }];
      case 'link':
        return linkOf(node.children, node.url, marks, known);
      case 'linkReference':
        return linkOf(node.children, known.definitions.get(node.identifier)?.url ?? '', marks, known);
      case 'footnoteReference':
        return [{ text: '', footnote: known.notes.get(node.identifier) ?? [] }];
      case 'citation':
        return citationOf(node.value, marks, known);
      case 'html':
        return htmlOf(node.value, marks, known);
      case 'image':
      case 'imageReference':
        return pictureWords(node, marks, known);
      default:
        return [];
    }
  });
}

function linkOf(children: readonly PhrasingContent[], url: string, marks: Marks, known: Known): readonly DraftSpan[] {
  const ref = refAt(url);
  if (ref !== null) return [{ text: wordsOf(inlineOf(children, {}, known)), ref }];
  return inlineOf(children, isSafeLink(url) ? { ...marks, link: url } : marks, known);
}

/** A picture whose bytes are elsewhere is a link, or its words and where it was. */
function pictureWords(node: Pictured, marks: Marks, known: Known): readonly DraftSpan[] {
  const { url } = addressed(node, known);
  const alt = node.alt ?? '';
  if (known.pictures.at(url) !== null) return known.isNote ? [{ text: alt, ...marks }] : [];
  if (isSafeLink(url)) return [{ text: alt === '' ? url : alt, ...marks, link: url }];
  const place = url.startsWith('data:') ? '' : url;
  return [{ text: alt === '' || place === '' ? alt + place : `${alt} (${place})`, ...marks }];
}

function htmlOf(value: string, marks: Marks, known: Known): readonly DraftSpan[] {
  if (/^<br\s*\/?>$/i.test(value)) return [{ text: '\n', ...marks }];
  const { words, pictures } = readHtml(value, known);
  return [{ text: pictures.length > 0 ? words : known.pictures.restored(value), ...marks }];
}

function citationOf(words: string, marks: Marks, known: Known): readonly DraftSpan[] {
  const cites = readCiteWords(words, (key) => known.refOf(key.toLowerCase()));
  return cites === null ? [{ text: `[${words}]`, ...marks }] : [{ text: '', cites }];
}

/** The words of some runs. */
export function wordsOf(spans: readonly DraftSpan[]): string {
  return spans.map(({ text }) => text).join('');
}

const marksOf = ({ bold, italic, strike, code, link }: DraftSpan): string =>
  JSON.stringify([bold, italic, strike, code, link]);
const isThing = ({ ref, cites, footnote }: DraftSpan): boolean =>
  ref !== undefined || cites !== undefined || footnote !== undefined;

/** Whether some runs have nothing to show but blank space. */
export function isBlank(spans: readonly DraftSpan[]): boolean {
  return !spans.some((span) => isThing(span) || span.text.trim() !== '');
}

/** Neighbours with the same marks as one run. */
export function joined(spans: readonly DraftSpan[]): readonly DraftSpan[] {
  const all: DraftSpan[] = [];
  for (const span of spans) {
    const before = all.at(-1);
    if (span.text === '' && !isThing(span)) continue;
    if (before !== undefined && !isThing(before) && !isThing(span) && marksOf(before) === marksOf(span))
      all[all.length - 1] = { ...before, text: before.text + span.text };
    else all.push(span);
  }
  return all;
}

/** Runs without the blank space at both ends that was left where a picture stood. */
export function trimmed(spans: readonly DraftSpan[]): readonly DraftSpan[] {
  return joined(
    spans.map((span, at) => {
      if (isThing(span)) return span;
      const start = at === 0 ? span.text.trimStart() : span.text;
      return { ...span, text: at === spans.length - 1 ? start.trimEnd() : start };
    }),
  );
}
