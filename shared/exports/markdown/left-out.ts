import type { Nodes } from 'mdast';
import { isSafeLink } from '../../story/rich-text.ts';
import type { Known } from './known.ts';
import { readHtml } from './read-html.ts';
import { addressed } from './read-inline.ts';

/** How much of a Markdown text a draft has no place for. */
export interface LeftOut {
  /** Pictures on the web, which are links to them. */
  readonly linkedPictures: number;
  /** Pictures in other files, or where no picture can stand: their words are left. */
  readonly lostPictures: number;
  /** Dividing lines, which are left out. */
  readonly dividers: number;
  /** Comments in HTML, which are left out. */
  readonly comments: number;
}

/** Calls for every node below one, in the order of the text. Without recursion: a hostile text is nested without end. */
export function eachNode(root: Nodes, visit: (node: Nodes, isNote: boolean) => void): void {
  const waiting: { readonly node: Nodes; readonly isNote: boolean }[] = [{ node: root, isNote: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node } = next;
    visit(node, next.isNote);
    const isNote = next.isNote || node.type === 'footnoteDefinition';
    if ('children' in node) for (const child of node.children.toReversed()) waiting.push({ node: child, isNote });
  }
}

/** Counts what of a text is in no draft made of it. */
export function leftOutOf(root: Nodes, known: Known): LeftOut {
  let [linkedPictures, lostPictures, dividers, comments] = [0, 0, 0, 0];
  eachNode(root, (node, isNote) => {
    if (node.type === 'thematicBreak') dividers += 1;
    else if (node.type === 'html') {
      comments += readHtml(node.value, known).comments;
      if (isNote) lostPictures += readHtml(node.value, known).pictures.length;
    } else if (node.type === 'image' || node.type === 'imageReference') {
      const { url } = addressed(node, known);
      if (isSafeLink(url)) linkedPictures += 1;
      else if (known.pictures.at(url) === null || isNote) lostPictures += 1;
    }
  });
  return { linkedPictures, lostPictures, dividers, comments };
}

/** What a person should know of that, a sentence each; none where nothing was left out. */
export function leftOutWords({ linkedPictures, lostPictures, dividers, comments }: LeftOut): readonly string[] {
  const out = [counted(dividers, 'dividing line', 'dividing lines'), counted(comments, 'comment', 'comments')].filter(
    (words) => words !== '',
  );
  return [
    said(
      lostPictures,
      'could not be brought along: its words are left',
      'could not be brought along: their words are left',
    ),
    said(linkedPictures, 'is on the web, and is a link now', 'are on the web, and are links now'),
    out.length === 0 ? '' : `Left out: ${out.join(' and ')}.`,
  ].filter((sentence) => sentence !== '');
}

function said(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${counted(count, 'picture', 'pictures')} ${count === 1 ? one : many}.`;
}

/** "1 picture", "3 pictures"; '' for none. */
function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${String(count)} ${count === 1 ? one : many}`;
}
