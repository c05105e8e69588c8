import {
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import type { LexicalEditor } from 'lexical';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { afterTyping } from '../after-typing.ts';
import { useDraftStep } from '../use-draft-step.ts';
import { $findAll, patternOf } from './find-in-draft.ts';
import type { FoundPlace, Wanted } from './find-in-draft.ts';
import { markFound, showPlace, unmarkFound } from './found-marks.ts';
import { $replace } from './replace-in-draft.ts';

/** Words being looked for in a draft, and where they are. */
export interface Finding {
  readonly wanted: Wanted;
  readonly found: readonly FoundPlace[];
  /** Number of the place one is at, from 0. */
  readonly current: number;
  /** How many places were replaced a moment ago; null once something else was done. */
  readonly replaced: number | null;
  want(change: Partial<Wanted>): void;
  step(by: 1 | -1): void;
  replace(words: string, all: boolean): void;
  /** Puts the selection on the place one is at. */
  choose(): void;
}

interface Places {
  readonly found: readonly FoundPlace[];
  readonly current: number;
}

const nowhere: Places = { found: [], current: 0 };
/** How long words that are being typed are waited for, in milliseconds. */
const pause = 120;

/** Finds in a draft while it is mounted. `head`: how much of the window's top is covered, CSS pixels. */
export function useFind(editor: LexicalEditor, head: () => number, first: string): Finding {
  const [wanted, setWanted] = useState<Wanted>({ words: first, matchCase: false, wholeWord: false });
  const [places, setPlaces] = useState(nowhere);
  const [replaced, setReplaced] = useState<number | null>(null);
  const pattern = useMemo(() => patternOf(wanted), [wanted]);
  const run = useDraftStep(editor);
  const latest = useRef(places);
  useEffect(() => {
    latest.current = places;
    markFound(editor, places.found, places.current);
  }, [editor, places]);
  useEffect(() => unmarkFound, []);

  const look = useCallback(
    (from: 'caret' | 'same') =>
      editor.getEditorState().read((): Places => {
        const found = pattern === null ? [] : $findAll(pattern);
        const current = from === 'caret' ? $firstFrom(found) : Math.min(latest.current.current, found.length - 1);
        return { found, current: Math.max(0, current) };
      }),
    [editor, pattern],
  );
  const go = useCallback(
    (next: Places) => {
      setPlaces(next);
      showPlace(editor, next.found[next.current], head());
    },
    [editor, head],
  );
  // Other words: the first place from the caret on.
  useEffect(() => {
    const timer = setTimeout(() => go(look('caret')), pause);
    return () => clearTimeout(timer);
  }, [go, look]);
  // Other text, one's own or somebody else's.
  useEffect(() => afterTyping(editor, () => setPlaces(look('same'))), [editor, look]);

  return {
    wanted,
    ...places,
    replaced,
    want(change) {
      setReplaced(null);
      setWanted((now) => ({ ...now, ...change }));
    },
    step(by) {
      setReplaced(null);
      const { found, current } = look('same');
      if (found.length > 0) go({ found, current: (current + by + found.length) % found.length });
    },
    replace(words, all) {
      if (pattern === null) return;
      let count = 0;
      // At once, and with the focus left where it is: one goes on in the bar.
      run(
        () => {
          count = $replace(pattern, words, all ? 'all' : places.current);
        },
        { discrete: true, tag: SKIP_DOM_SELECTION_TAG },
      );
      setReplaced(count);
      const next = look('same');
      // What was put in may hold the words again: it is passed over.
      const isSame = !all && next.found.length === places.found.length;
      go(isSame ? { ...next, current: (next.current + 1) % next.found.length } : next);
    },
    choose: () => editor.update(() => $choose(places.found[places.current])),
  };
}

/** Number of the first place at or behind the caret, or the first of all. */
function $firstFrom(found: readonly FoundPlace[]): number {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return 0;
  const { anchor } = selection.isBackward() ? { anchor: selection.focus } : selection;
  const caret = anchor.getNode();
  const isBefore = (place: FoundPlace | undefined): boolean => {
    const node = $getNodeByKey(place?.[0]?.key ?? '');
    if (node === null) return false;
    return node.is(caret) ? (place?.[0]?.from ?? 0) < anchor.offset : node.isBefore(caret);
  };
  let [from, to] = [0, found.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (isBefore(found[middle])) from = middle + 1;
    else to = middle;
  }
  return from < found.length ? from : 0;
}

function $choose(place: FoundPlace | undefined): void {
  const [first, last] = [place?.[0], place?.at(-1)];
  if (first === undefined || last === undefined) return;
  if (!$isTextNode($getNodeByKey(first.key)) || !$isTextNode($getNodeByKey(last.key))) return;
  const selection = $createRangeSelection();
  selection.anchor.set(first.key, first.from, 'text');
  selection.focus.set(last.key, last.to, 'text');
  $setSelection(selection);
}
