import { $getNodeByKey, SKIP_DOM_SELECTION_TAG } from 'lexical';
import type { LexicalEditor, NodeKey } from 'lexical';
import { changesSince, citeAll } from '../../../shared/citing/index.ts';
import type { DraftCite } from '../../../shared/story/draft-block.ts';
import type { StoryChange } from '../../../shared/story/reading/reader.ts';
import { evidenceIndex } from '../../session/evidence.ts';
import type { ShownNotebook } from '../../session/shown-notebook.ts';
import { keepStyle, keptStyle } from './citation-style.ts';
import { $isCitationNode, CitationNode } from './CitationNode.tsx';
import type { Citations, CitationStyle, ShownCitation, ShownCitations } from './open-citations.ts';
import { keepMarks } from './shown-marks.ts';

/** Milliseconds to wait for more before citations are numbered anew. */
const soon = 20;
const pause = 250;

/**
 * The citations of an open draft: what each prints, in the style that is chosen, and the list of sources. Numbered when the writing pauses,
 * and only when a citation came, went or moved, or what is cited has changed: a key costs nothing.
 */
export class DraftCitations implements Citations {
  readonly draft: string;
  readonly #editor: LexicalEditor;
  readonly #notebook: Pick<ShownNotebook, 'reader' | 'undo'>;
  readonly #keys = new Set<NodeKey>();
  readonly #shown = new Map<NodeKey, ShownCitation>();
  readonly #listeners = new Set<() => void>();
  #all: ShownCitations;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #due = Infinity;
  #open: NodeKey | null = null;

  constructor(editor: LexicalEditor, notebook: Pick<ShownNotebook, 'reader' | 'undo'>, draft: string) {
    this.#editor = editor;
    this.#notebook = notebook;
    this.draft = draft;
    this.#all = { order: [], stale: [], bibliography: [], style: keptStyle(draft) };
  }

  /** Keeps up with the draft and the notebook until the returned function is called. */
  start(): () => void {
    const stops = [
      this.#editor.registerMutationListener(
        CitationNode,
        (mutations) => {
          for (const [key, mutation] of mutations) {
            if (mutation === 'destroyed') this.#keys.delete(key);
            else this.#keys.add(key);
          }
          this.#schedule(soon);
        },
        { skipInitialization: false },
      ),
      this.#editor.registerUpdateListener(({ dirtyElements }) => {
        // Only where children came, went or moved can the order have changed.
        if (this.#keys.size > 1 && [...dirtyElements.values()].includes(true)) this.#schedule(pause);
      }),
      this.#notebook.reader.onChange((change) => {
        if (this.#keys.size > 0 && concerns(change)) this.#schedule(pause);
      }),
    ];
    return () => {
      clearTimeout(this.#timer);
      this.#due = Infinity;
      for (const stop of stops) stop();
    };
  }

  shown(key: NodeKey): ShownCitation | undefined {
    return this.#shown.get(key);
  }

  all(): ShownCitations {
    return this.#all;
  }

  setStyle(style: CitationStyle): void {
    keepStyle(this.draft, style);
    this.#all = { ...this.#all, style };
    this.#number();
  }

  open(): NodeKey | null {
    return this.#open;
  }

  setOpen(key: NodeKey | null): void {
    if (this.#open === key) return;
    this.#open = key;
    this.#tell();
  }

  change(key: NodeKey, cites: readonly DraftCite[]): void {
    const { undo } = this.#notebook;
    undo.step();
    this.#editor.update(
      () => {
        const node = $getNodeByKey(key);
        if (!$isCitationNode(node)) return;
        if (cites.length === 0) node.remove();
        else node.setCites(cites);
      },
      // The focus is in the details: the caret is not to take it.
      { tag: SKIP_DOM_SELECTION_TAG, onUpdate: () => undo.step() },
    );
  }

  goTo(key: NodeKey): void {
    this.#editor.getElementByKey(key)?.scrollIntoView({ block: 'center' });
    this.setOpen(key);
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #schedule(delay: number): void {
    const at = performance.now() + delay;
    if (at >= this.#due) return;
    clearTimeout(this.#timer);
    this.#due = at;
    this.#timer = setTimeout(() => this.#number(), delay);
  }

  #number(): void {
    clearTimeout(this.#timer);
    this.#due = Infinity;
    const { style } = this.#all;
    const { reader } = this.#notebook;
    const index = evidenceIndex(reader);
    const found = this.#inOrder();
    const { citations, bibliography } = citeAll(
      found.map(({ cites }) => cites),
      { style, notebook: reader, evidenceFor: (ref) => index.about(ref) },
    );
    const gone = new Set(this.#shown.keys());
    found.forEach(({ key, cites }, at) => {
      const cited = citations[at];
      if (cited === undefined) return;
      gone.delete(key);
      const isStale = cites.some((cite) => changesSince(reader, cite).length > 0);
      this.#keep(key, { ...cited, isStale });
    });
    for (const key of gone) this.#shown.delete(key);
    const order = found.map(({ key }) => key);
    const stale = order.filter((key) => this.#shown.get(key)?.isStale);
    const all = { order, stale, bibliography, style };
    if (!same(all, this.#all)) this.#all = all;
    keepMarks(this.#editor, this.#shown);
    this.#tell();
  }

  /** The citations as they follow one another on the page. */
  #inOrder(): readonly { readonly key: NodeKey; readonly cites: readonly DraftCite[] }[] {
    const placed = [...this.#keys].flatMap((key) => {
      const element = this.#editor.getElementByKey(key);
      return element === null ? [] : [{ key, element }];
    });
    placed.sort((a, b) =>
      (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ? -1 : 1,
    );
    return this.#editor.getEditorState().read(() =>
      placed.flatMap(({ key }) => {
        const node = this.#editor.getEditorState()._nodeMap.get(key);
        return $isCitationNode(node) ? [{ key, cites: node.cites() }] : [];
      }),
    );
  }

  #keep(key: NodeKey, shown: ShownCitation): void {
    if (!same(shown, this.#shown.get(key))) this.#shown.set(key, shown);
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** Whether a change can touch what is cited. Notes and drafts are never cited from. */
function concerns({ entries }: StoryChange): boolean {
  return [...entries.keys()].some((kind) => kind !== 'annotations' && kind !== 'drafts');
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
