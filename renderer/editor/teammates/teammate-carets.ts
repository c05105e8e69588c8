import { createDOMRange } from '@lexical/selection';
import { $getNodeByKey } from 'lexical';
import type { LexicalEditor } from 'lexical';
import * as Y from 'yjs';
import type { DraftCaret, Presence, Teammate } from '../../session/presence.ts';
import type { FindCaret } from '../bind-draft.ts';
import type { CaretEnds } from '../local-caret.ts';
import { CaretMark } from './caret-mark.ts';

const colours = [1, 2, 3, 4, 5, 6] as const;

/** Where a teammate's caret is on the page, in px from the layer's corner, and what they have selected. */
interface Shown {
  readonly left: number;
  readonly top: number;
  readonly height: number;
  readonly selected: Range | null;
}

/** The carets and selections of teammates in a draft, on a layer over the text: the text itself is left alone. */
export class TeammateCarets {
  readonly #docId: string;
  readonly #presence: Presence | null;
  readonly #marks = new Map<string, CaretMark>();
  #find: FindCaret | null = null;
  #shown: readonly Teammate[] = [];
  #editor: LexicalEditor | null = null;
  #layer: HTMLElement | null = null;
  #frame = 0;

  constructor(docId: string, presence: Presence | null) {
    this.#docId = docId;
    this.#presence = presence;
  }

  /** The editor shows the document: carets can be found in it. */
  readonly bound = (find: FindCaret): void => {
    this.#find = find;
    this.#drawSoon();
  };

  /** Tells teammates where one's own caret is. */
  readonly tell = (at: CaretEnds | null): void => {
    if (this.#presence === null) return;
    const json = (end: Y.RelativePosition): unknown => Y.relativePositionToJSON(end);
    this.#presence.tellCaret(
      at === null ? null : { docId: this.#docId, anchor: json(at.anchor), focus: json(at.focus) },
    );
  };

  /** Shows them on a layer until the returned function is called. */
  start(editor: LexicalEditor, layer: HTMLElement): () => void {
    const presence = this.#presence;
    if (presence === null) return () => undefined;
    this.#editor = editor;
    this.#layer = layer;
    // Without anybody here, a key costs one look at an empty list.
    const follow = (): void => {
      if (this.#shown.length > 0) this.#drawSoon();
    };
    const look = (): void => {
      const now = presence.teammatesIn(this.#docId);
      if (now === this.#shown) return;
      this.#shown = now;
      this.#drawSoon();
    };
    const stops = [presence.onChange(look), editor.registerUpdateListener(follow)];
    const resized = new ResizeObserver(follow);
    resized.observe(layer);
    // A wide table scrolls by itself.
    layer.parentElement?.addEventListener('scroll', follow, { capture: true, passive: true });
    look();
    return () => {
      for (const stop of stops) stop();
      resized.disconnect();
      layer.parentElement?.removeEventListener('scroll', follow, { capture: true });
      cancelAnimationFrame(this.#frame);
      this.#frame = 0;
      this.#shown = [];
      this.#draw();
      presence.tellCaret(null);
    };
  }

  #drawSoon(): void {
    if (this.#layer === null || this.#frame !== 0) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw(): void {
    const [editor, layer] = [this.#editor, this.#layer];
    if (editor === null || layer === null) return;
    const places = new Map<string, Shown>();
    if (this.#shown.length > 0) {
      const corner = layer.getBoundingClientRect();
      editor.getEditorState().read(
        () => {
          for (const teammate of this.#shown) {
            const place = this.#$placeOf(editor, teammate, corner);
            if (place !== null) places.set(teammate.session, place);
          }
        },
        { editor },
      );
    }
    for (const [session, mark] of this.#marks) {
      if (places.has(session)) continue;
      mark.remove();
      this.#marks.delete(session);
    }
    for (const teammate of this.#shown) {
      const place = places.get(teammate.session);
      if (place === undefined) continue;
      const mark = this.#marks.get(teammate.session) ?? new CaretMark(layer);
      this.#marks.set(teammate.session, mark);
      mark.show(teammate, { ...place, room: layer.clientWidth });
    }
    this.#paint(places);
  }

  #paint(places: ReadonlyMap<string, Shown>): void {
    // The highlights of CSS are absent in the small DOM of the tests.
    if (typeof Highlight === 'undefined') return;
    for (const colour of colours) {
      const ranges = this.#shown.flatMap((one) =>
        one.colour === colour ? (places.get(one.session)?.selected ?? []) : [],
      );
      if (ranges.length === 0) CSS.highlights.delete(`teammate-${colour}`);
      else CSS.highlights.set(`teammate-${colour}`, new Highlight(...ranges));
    }
  }

  /** Null where there is no such place: a teammate's window may say anything, and may know more of the draft than this one. */
  #$find({ anchor, focus }: DraftCaret): ReturnType<FindCaret> {
    try {
      const at = Y.createRelativePositionFromJSON;
      return this.#find?.({ anchor: at(anchor), focus: at(focus) }) ?? null;
    } catch {
      return null;
    }
  }

  #$placeOf(editor: LexicalEditor, { caret }: Teammate, corner: DOMRect): Shown | null {
    const found = caret === null ? null : this.#$find(caret);
    if (found === null || found.anchorKey === null || found.focusKey === null) return null;
    const [anchor, focus] = [$getNodeByKey(found.anchorKey), $getNodeByKey(found.focusKey)];
    if (anchor === null || focus === null) return null;
    const at = createDOMRange(editor, focus, found.focusOffset, focus, found.focusOffset);
    const rect = visible(at?.getBoundingClientRect()) ?? visible(firstLine(editor.getElementByKey(found.focusKey)));
    if (rect === null) return null;
    const selected = createDOMRange(editor, anchor, found.anchorOffset, focus, found.focusOffset);
    return {
      left: rect.left - corner.left,
      top: rect.top - corner.top,
      height: rect.height,
      selected: selected === null || selected.collapsed ? null : selected,
    };
  }
}

/** An empty paragraph has no letters to stand beside: its first line is taken. */
function firstLine(element: HTMLElement | null): DOMRect | undefined {
  if (element === null) return undefined;
  const { left, top, height } = element.getBoundingClientRect();
  const line = Number.parseFloat(getComputedStyle(element).lineHeight);
  return new DOMRect(left, top, 0, Number.isNaN(line) ? height : Math.min(line, height));
}

function visible(rect: DOMRect | undefined): DOMRect | null {
  return rect === undefined || rect.height === 0 ? null : rect;
}
