import { $getSelection, $isRangeSelection } from 'lexical';
import type { LexicalEditor } from 'lexical';
import * as Y from 'yjs';
import { keepNotePlaces } from '../../../shared/story/commands/keep-note-place.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import type { NotePlace } from '../../../shared/story/sections/annotations/index.ts';
import { draftComments } from '../../session/draft-comments.ts';
import { threadsAbout } from '../../session/notes-index.ts';
import type { ShownNotebook } from '../../session/shown-notebook.ts';
import { afterTyping } from '../after-typing.ts';
import { DraftEdit } from '../bind-draft.ts';
import { focusEditor } from '../register-undo.ts';
import { CommentFollower } from './comment-follower.ts';
import type { CommentPlaces, PlacedNote } from './comment-follower.ts';
import { $setCaret, markComments, rangesOf, unmarkComments } from './comment-marks.ts';
import { DraftLines } from './draft-lines.ts';
import type { Stretch } from './draft-lines.ts';
import { $selectedStretch } from './editor-lines.ts';
import { placeOf } from './note-place.ts';

/** Stands for the words that a note is being written about. */
const writing = '';

/** Keeps the comments of one draft beside its text while an editor shows it. */
export class CommentTracker {
  readonly #editor: LexicalEditor;
  readonly #session: ShownNotebook;
  readonly #draft: EntryRef;
  readonly #lines: DraftLines;
  readonly #follower: CommentFollower;
  #places: CommentPlaces = new Map();
  #ranges: ReadonlyMap<string, Range> = new Map();
  #open: ReadonlySet<string> = new Set();
  /** Whether this person changed the text since the last look: then what was lost of the stored positions is stored anew. */
  #hasEdited = false;
  #soon = 0;

  constructor(editor: LexicalEditor, session: ShownNotebook, draft: EntryRef, doc: Y.Doc) {
    this.#editor = editor;
    this.#session = session;
    this.#draft = draft;
    this.#lines = new DraftLines(doc);
    this.#follower = new CommentFollower(this.#lines);
  }

  /** Until the returned function is called. */
  start(): () => void {
    const { doc } = this.#lines;
    const edited = ({ origin, changed }: Y.Transaction): void => {
      if (changed.size > 0 && (origin instanceof DraftEdit || origin instanceof Y.UndoManager)) this.#hasEdited = true;
    };
    doc.on('afterTransaction', edited);
    let { chosen, writing: about } = draftComments.state();
    const stops = [
      draftComments.join({ show: (id) => this.#show(id), focus: () => focusEditor(this.#editor) }),
      this.#session.reader.onKind('annotations', this.#lookSoon),
      draftComments.onChange(() => {
        const now = draftComments.state();
        if (now.chosen === chosen && now.writing === about) return;
        ({ chosen, writing: about } = now);
        this.#lookSoon();
      }),
      afterTyping(this.#editor, this.#look),
    ];
    return () => {
      if (this.#hasEdited) this.#follow();
      for (const stop of stops) stop();
      clearTimeout(this.#soon);
      doc.off('afterTransaction', edited);
      this.#lines.dispose();
      unmarkComments();
    };
  }

  /** What is selected, or the word that the caret is in, as the place of a note; null where that is no word. */
  selected(): NotePlace | null {
    const stretch = this.#selectedStretch();
    if (stretch === null) return null;
    return placeOf(this.#lines, stretch.start === stretch.end ? wordAt(this.#lines.text(), stretch.start) : stretch);
  }

  /** The open comment whose words the caret is in; null where there is none, or words are selected. */
  atCaret(): string | null {
    const at = this.#selectedStretch();
    if (at === null || at.start !== at.end) return null;
    return this.#shortest(({ start, end }) => start <= at.start && at.start <= end);
  }

  /** The open comment whose words are at a point of the window, in px; null where there is none. */
  atPoint(x: number, y: number): string | null {
    return this.#shortest((_, id) =>
      [...(this.#ranges.get(id)?.getClientRects() ?? [])].some(
        ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
      ),
    );
  }

  /** The next open comment behind the caret, or the one before it; from the other end of the text where there is none. */
  next(by: 1 | -1): string | null {
    const caret = this.#selectedStretch()?.start ?? 0;
    const all = [...this.#placed()].sort(([, a], [, b]) => a.start - b.start);
    const found =
      by === 1 ? all.find(([, { start }]) => start > caret) : all.findLast(([, { start }]) => start < caret);
    return (found ?? all.at(by === 1 ? 0 : -1))?.[0] ?? null;
  }

  *#placed(): Generator<readonly [string, Stretch]> {
    for (const [id, stretch] of this.#places) if (stretch !== null && this.#open.has(id)) yield [id, stretch];
  }

  #shortest(isIt: (stretch: Stretch, id: string) => boolean): string | null {
    const all = [...this.#placed()].filter(([id, stretch]) => isIt(stretch, id));
    return all.sort(([, a], [, b]) => a.end - a.start - (b.end - b.start))[0]?.[0] ?? null;
  }

  #selectedStretch(): Stretch | null {
    return this.#editor.getEditorState().read(() => {
      const selection = $getSelection();
      return $isRangeSelection(selection) ? $selectedStretch(selection) : null;
    });
  }

  readonly #lookSoon = (): void => {
    clearTimeout(this.#soon);
    this.#soon = window.setTimeout(this.#look, 0);
  };

  readonly #look = (): void => {
    this.#follow();
    this.#paint();
    const begins = [...this.#places]
      .filter(([id]) => id !== writing)
      .map(([id, at]) => [id, at?.start ?? null] as const);
    draftComments.place(new Map(begins));
  };

  #follow(): void {
    const threads = threadsAbout(this.#session.reader, this.#draft);
    const notes: PlacedNote[] = [];
    for (const { root } of threads) {
      if (root.fields.place !== null) notes.push({ id: root.id, place: root.fields.place });
    }
    const { writing: about } = draftComments.state();
    if (about !== null) notes.push({ id: writing, place: about });
    this.#open = new Set(threads.filter(({ isResolved }) => !isResolved).map(({ root }) => root.id));
    const { places, mended } = this.#follower.follow(notes);
    this.#places = places;
    if (!this.#hasEdited) return;
    this.#hasEdited = false;
    keepNotePlaces(this.#session.writer, new Map([...mended].filter(([id]) => id !== writing)));
  }

  #paint(): void {
    const { chosen } = draftComments.state();
    const isShown = (id: string): boolean => id === writing || id === chosen?.id || this.#open.has(id);
    const shown = new Map<string, Stretch>();
    for (const [id, stretch] of this.#places) if (stretch !== null && isShown(id)) shown.set(id, stretch);
    this.#ranges = rangesOf(this.#editor, this.#lines, shown);
    const isChosen = (id: string): boolean => id === writing || id === chosen?.id;
    const ranges = [...this.#ranges];
    markComments(
      ranges.filter(([id]) => !isChosen(id)).map(([, range]) => range),
      ranges.filter(([id]) => isChosen(id)).map(([, range]) => range),
    );
  }

  #show(id: string): boolean {
    const stretch = this.#places.get(id) ?? null;
    if (stretch === null) return false;
    const range = rangesOf(this.#editor, this.#lines, new Map([[id, stretch]])).get(id);
    range?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
    this.#editor.update(() => $setCaret(this.#lines, stretch.start));
    focusEditor(this.#editor);
    return true;
  }
}

/** The word that a caret stands in or beside; nothing where it stands in none. */
function wordAt(text: string, offset: number): Stretch {
  const [from, to] = [text.lastIndexOf('\n', offset - 1) + 1, text.indexOf('\n', offset)];
  const line = text.slice(from, to < 0 ? undefined : to);
  const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(line)].map(
    ({ segment, index, isWordLike }) => ({ start: from + index, end: from + index + segment.length, isWordLike }),
  );
  return (
    words.find(({ start, end, isWordLike }) => isWordLike === true && start <= offset && offset <= end) ?? {
      start: offset,
      end: offset,
    }
  );
}
