import { $getRoot, $isElementNode, $isParagraphNode } from 'lexical';
import type { ElementNode, LexicalEditor, LexicalNode, NodeKey } from 'lexical';
import { $isListItemNode, $isListNode } from '@lexical/list';
import { $isQuoteNode } from '@lexical/rich-text';
import { draftIdOf } from '../../../../shared/story/document.ts';
import { draftTextField } from '../../../../shared/evidence/index.ts';
import { evidenceIndex } from '../../../session/evidence.ts';
import type { ShownNotebook } from '../../../session/shown-notebook.ts';
import { domRange } from '../../comments/dom-range.ts';
import { $supportLine, lineSentences } from './support-line.ts';
import type { LineSentence, SupportLine } from './support-line.ts';

interface ReadLine {
  readonly line: SupportLine;
  readonly sentences: readonly LineSentence[];
}

/** How many sentences of a draft say something, and how many of them nothing supports. */
export interface SupportCount {
  readonly sentences: number;
  readonly unsupported: number;
}

/** Milliseconds of rest before sentences are looked at, and before the marks follow the scrolling. */
const pause = 500;
const scrollPause = 60;
/** Milliseconds of reading at a time. */
const slice = 10;
/** Px above and below what is seen whose sentences are marked too. */
const margin = 800;

const highlight = 'draft-unsupported';

/**
 * Whether each sentence of a draft cites something or has evidence linked to it. Looked at when the writing rests, only in the paragraphs that
 * changed; marked only near what is seen, by highlights that touch neither the text nor its elements.
 */
export class DraftSupport {
  readonly #editor: LexicalEditor;
  readonly #notebook: ShownNotebook;
  readonly #draft: string | null;
  readonly #lines = new Map<NodeKey, ReadLine>();
  readonly #listeners = new Set<() => void>();
  #order: readonly NodeKey[] = [];
  #count: SupportCount = { sentences: 0, unsupported: 0 };
  #isMarking = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #markTimer: ReturnType<typeof setTimeout> | undefined;

  /** `doc`: the id of the draft's document. */
  constructor(editor: LexicalEditor, notebook: ShownNotebook, doc: string) {
    this.#editor = editor;
    this.#notebook = notebook;
    this.#draft = draftIdOf(notebook.id, doc);
  }

  /** Keeps up with the draft and its evidence until the returned function is called. */
  start(): () => void {
    const forget = (): void => {
      this.#lines.clear();
      this.#schedule();
    };
    const scrolled = (): void => this.#scheduleMarks();
    const stops = [
      this.#editor.registerUpdateListener(({ dirtyElements }) => {
        if (dirtyElements.size === 0) return;
        for (const key of dirtyElements.keys()) this.#lines.delete(key);
        this.#schedule();
      }),
      this.#notebook.reader.onChange(({ entries }) => {
        // What entries are called is part of the words; notes and drafts are not named in them.
        if ([...entries.keys()].some((kind) => kind !== 'annotations' && kind !== 'drafts')) forget();
      }),
    ];
    document.addEventListener('scroll', scrolled, { capture: true, passive: true });
    window.addEventListener('resize', scrolled);
    this.#schedule();
    return () => {
      clearTimeout(this.#timer);
      clearTimeout(this.#markTimer);
      document.removeEventListener('scroll', scrolled, { capture: true });
      window.removeEventListener('resize', scrolled);
      for (const stop of stops) stop();
      unmark();
    };
  }

  /** The same object until it changes. */
  count(): SupportCount {
    return this.#count;
  }

  /** Whether the sentences without support are marked. */
  mark(isMarking: boolean): void {
    this.#isMarking = isMarking;
    this.#mark();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#look(), pause);
  }

  #scheduleMarks(): void {
    clearTimeout(this.#markTimer);
    this.#markTimer = setTimeout(() => this.#mark(), scrollPause);
  }

  #look(): void {
    const isDone = this.#editor.getEditorState().read(() => this.#$read());
    // A long draft that was just opened is read in pieces.
    if (!isDone) {
      this.#timer = setTimeout(() => this.#look(), 0);
      return;
    }
    const here = new Set(this.#order);
    for (const key of this.#lines.keys()) if (!here.has(key)) this.#lines.delete(key);
    const linked = this.#linked();
    let [sentences, unsupported] = [0, 0];
    for (const read of this.#lines.values()) {
      sentences += read.sentences.length;
      unsupported += read.sentences.filter((one) => !isSupported(one, linked)).length;
    }
    if (sentences !== this.#count.sentences || unsupported !== this.#count.unsupported)
      this.#count = { sentences, unsupported };
    this.#mark();
    for (const listener of [...this.#listeners]) listener();
  }

  /** Reads the lines that are not known. False where there was no time for all of them. */
  #$read(): boolean {
    const { reader } = this.#notebook;
    const until = performance.now() + slice;
    const lines = $lines($getRoot());
    this.#order = lines.map((node) => node.getKey());
    for (const node of lines) {
      if (this.#lines.has(node.getKey())) continue;
      if (performance.now() > until) return false;
      const line = $supportLine(node, (ref) => reader.titleOf(ref));
      this.#lines.set(node.getKey(), { line, sentences: lineSentences(line) });
    }
    return true;
  }

  /** The words of the sentences that evidence speaks to. */
  #linked(): ReadonlySet<string> {
    if (this.#draft === null) return new Set();
    const about = evidenceIndex(this.#notebook.reader).about({ kind: 'drafts', id: this.#draft });
    const fields = (about?.fields ?? []).filter(({ target }) => target.field === draftTextField);
    return new Set(fields.flatMap(({ sentence }) => sentence ?? []));
  }

  #mark(): void {
    // The highlights of CSS are absent in the small DOM of the tests.
    if (typeof Highlight === 'undefined') return;
    // In a draft that cites nothing yet every line would be under one.
    if (!this.#isMarking || this.#count.unsupported === this.#count.sentences) return unmark();
    const linked = this.#linked();
    const ranges = this.#seen().flatMap(({ line, sentences }) =>
      sentences
        .filter((one) => !isSupported(one, linked))
        .flatMap(({ start, end }) => still(this.#rangeOf(line, start, end))),
    );
    CSS.highlights.set(highlight, new Highlight(...ranges));
  }

  #rangeOf(line: SupportLine, start: number, end: number): Range | null {
    return domRange(this.#editor, { block: line, offset: start }, { block: line, offset: end });
  }

  /** The lines that are seen, and some around them: found by halving, since lines follow one another down the page. */
  #seen(): readonly ReadLine[] {
    const bottomOf = (at: number): number => this.#boxOf(at)?.bottom ?? -Infinity;
    let [low, high] = [0, this.#order.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bottomOf(middle) < -margin) low = middle + 1;
      else high = middle;
    }
    const seen: ReadLine[] = [];
    for (let at = low; at < this.#order.length; at += 1) {
      if ((this.#boxOf(at)?.top ?? Infinity) > window.innerHeight + margin) break;
      const read = this.#lines.get(this.#order[at] ?? '');
      if (read !== undefined) seen.push(read);
    }
    return seen;
  }

  #boxOf(at: number): DOMRect | undefined {
    return this.#editor.getElementByKey(this.#order[at] ?? '')?.getBoundingClientRect();
  }
}

function isSupported({ words, isCited }: LineSentence, linked: ReadonlySet<string>): boolean {
  return isCited || linked.has(words);
}

/** Ranges that the page need not keep up with while one types: they are made anew when the writing rests. */
function still(range: Range | null): readonly StaticRange[] {
  return range === null ? [] : [new StaticRange(range)];
}

function unmark(): void {
  if (typeof Highlight !== 'undefined') CSS.highlights.delete(highlight);
}

/** Paragraphs, quotes and items of lists: headings and tables make no claims of their own. */
function $lines(root: ElementNode): readonly ElementNode[] {
  return root.getChildren().flatMap((node): readonly ElementNode[] => {
    if ($isListNode(node)) return $items(node);
    return $isParagraphNode(node) || $isQuoteNode(node) ? [node] : [];
  });
}

function $items(list: LexicalNode): readonly ElementNode[] {
  if (!$isElementNode(list)) return [];
  return list.getChildren().flatMap((item) => {
    if (!$isListItemNode(item)) return [];
    return [item, ...item.getChildren().filter($isListNode).flatMap($items)];
  });
}
