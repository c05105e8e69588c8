import type { LexicalEditor } from 'lexical';
import type { FoundPlace } from './find-in-draft.ts';

const names = { found: 'draft-found', current: 'draft-found-current' } as const;
/** So many places are marked around the current one: a page shows a few dozen, and each costs when it is drawn. */
const mostMarked = 1000;

/** Marks what was found, the current place apart, and leaves the text's elements alone. */
export function markFound(editor: LexicalEditor, found: readonly FoundPlace[], current: number): void {
  // The highlights of CSS are absent in the small DOM of the tests.
  if (typeof Highlight === 'undefined') return;
  const first = Math.max(0, current - mostMarked / 2);
  const around = found.slice(first, first + mostMarked);
  CSS.highlights.set(names.found, new Highlight(...around.flatMap((place) => rangeOf(editor, place) ?? [])));
  const at = rangeAt(editor, found[current]);
  const mark = new Highlight(...(at === null ? [] : [at]));
  mark.priority = 1;
  CSS.highlights.set(names.current, mark);
}

/** Takes all marks off. */
export function unmarkFound(): void {
  if (typeof Highlight === 'undefined') return;
  for (const name of Object.values(names)) CSS.highlights.delete(name);
}

/** Brings a place into view where it is not. */
export function showPlace(editor: LexicalEditor, place: FoundPlace | undefined, head: number): void {
  const range = rangeAt(editor, place);
  const box = range?.getBoundingClientRect();
  if (range === null || box === undefined) return;
  if (box.top > head + 60 && box.bottom < window.innerHeight - 60) return;
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
}

function rangeAt(editor: LexicalEditor, place: FoundPlace | undefined): Range | null {
  return place === undefined ? null : rangeOf(editor, place);
}

/** A place in the DOM; null where the page shows other words by now. */
function rangeOf(editor: LexicalEditor, place: FoundPlace): Range | null {
  const [first, last] = [place[0], place.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [start, end] = [textOf(editor, first.key), textOf(editor, last.key)];
  if (start === null || end === null || first.from > start.length || last.to > end.length) return null;
  const range = new Range();
  range.setStart(start, first.from);
  range.setEnd(end, last.to);
  return range;
}

/** The text inside the elements that carry its marks. */
function textOf(editor: LexicalEditor, key: string): Text | null {
  let at: Node | null = editor.getElementByKey(key);
  while (at instanceof Element) at = at.firstChild;
  return at instanceof Text ? at : null;
}
