import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import type { LexicalEditor, NodeKey } from 'lexical';
import { useCallback, useSyncExternalStore } from 'react';
import type { CitedText, CiteRequest, ListedWork } from '../../../shared/citing/index.ts';
import type { DraftCite } from '../../../shared/story/draft-block.ts';

export type CitationStyle = CiteRequest['style'];

/** A citation of the draft as it is shown now. */
export interface ShownCitation extends CitedText {
  /** Whether something that it names has changed since. */
  readonly isStale: boolean;
}

/** All citations of the draft as they are shown now. */
export interface ShownCitations {
  /** In the order of the text. */
  readonly order: readonly NodeKey[];
  readonly stale: readonly NodeKey[];
  readonly bibliography: readonly ListedWork[];
  readonly style: CitationStyle;
}

/** The citations of an open draft. */
export interface Citations {
  /** The id of the draft's document. */
  readonly draft: string;
  /** What a citation prints; undefined until it is numbered. The same object until it changes. */
  shown(key: NodeKey): ShownCitation | undefined;
  /** The same object until something of it changes. */
  all(): ShownCitations;
  /** Shows them in another style, now and when the draft is opened again on this computer. */
  setStyle(style: CitationStyle): void;
  /** The citation whose details are open; null: none. */
  open(): NodeKey | null;
  setOpen(key: NodeKey | null): void;
  /** Names other things in place of those that a citation names; it goes with the last of them. One undo step. */
  change(key: NodeKey, cites: readonly DraftCite[]): void;
  /** Brings a citation into view and opens its details. */
  goTo(key: NodeKey): void;
  onChange(listener: () => void): () => void;
}

const known = new WeakMap<LexicalEditor, Citations>();

/** Makes these the citations of the draft in an editor. */
export function provideCitations(editor: LexicalEditor, citations: Citations): void {
  known.set(editor, citations);
}

/** The citations of the draft one is in. */
export function useCitations(): Citations {
  const [editor] = useLexicalComposerContext();
  const citations = known.get(editor);
  if (citations === undefined) throw new Error('Citations stand in a draft');
  return citations;
}

/** One citation as it is shown now; undefined until it is numbered. */
export function useShownCitation(key: NodeKey): ShownCitation | undefined {
  return useOf(useCitations(), (all) => all.shown(key));
}

/** All citations of the draft as they are shown now. */
export function useShownCitations(): ShownCitations {
  return useOf(useCitations(), (all) => all.all());
}

/** Whether the details of a citation are open. */
export function useIsOpen(key: NodeKey): boolean {
  return useOf(useCitations(), (all) => all.open() === key);
}

function useOf<T>(citations: Citations, read: (citations: Citations) => T): T {
  return useSyncExternalStore(
    useCallback((listener: () => void) => citations.onChange(listener), [citations]),
    () => read(citations),
  );
}
