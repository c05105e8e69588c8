import type { RootContent } from 'mdast';
import type { BriefDraft } from '../../story/brief-block.ts';
import type { ImportDraft, UnsortedText } from '../../story/import-draft.ts';
import type { PageEntry } from '../../story/page-rule.ts';
import type { EntryRef } from '../../story/ref.ts';
import { plainFromRich } from '../../story/rich-text.ts';
import { findSection, section } from '../../story/sections.ts';
import type { AnySection } from '../../story/sections.ts';
import { storyFields } from '../../story/story-fields.ts';
import { chunksOf, partNamed } from './chunks.ts';
import type { Chunk } from './chunks.ts';
import { untitledStory } from './entries.ts';
import type { Known } from './known.ts';
import { eachNode, leftOutOf, leftOutWords } from './left-out.ts';
import { markOf } from './marks.ts';
import { linesOf, parseMarkdown } from './parse.ts';
import { blocksOf, noteOf } from './read-blocks.ts';
import { readEntryFields, readFieldList } from './read-entry.ts';
import { spansOf, wordsOf } from './read-inline.ts';

interface ReadOptions {
  readonly fileName: string;
  /** The day of the story's state, where the text does not say it. */
  readonly capturedOn: string | null;
  readonly newId: () => string;
}

/** The mark stands below the title; before that, there may be lines for other programs. */
const lookedAt = 65_536;

/** The text of a file that is a notebook written as Markdown; null for any other, also other Markdown. */
export function notebookMarkdownIn(content: string | Uint8Array): string | null {
  const decoded = (part: string | Uint8Array): string =>
    typeof part === 'string' ? part : new TextDecoder().decode(part);
  return decoded(content.slice(0, lookedAt)).includes(markOf('notebook')) ? decoded(content) : null;
}

/**
 * Reads a notebook that was written as Markdown: entries with their ids, all fields that Markdown can say, the texts of drafts. What a person
 * added by hand in the same form is read too; words that have no place are unsorted text.
 */
export function readNotebookMarkdown(text: string, options: ReadOptions): ImportDraft {
  const lines = linesOf(text);
  const parsed = parseMarkdown(lines);
  const { fileName, capturedOn } = options;
  const nothing = { format: 'markdown', fileName, story: {}, entries: [], unsorted: [], doubts: [] } as const;
  if (parsed === null) return { ...nothing, unsorted: [{ text: lines, under: '', line: 1 }] };
  const { known, tree, front, taken, titles } = parsed;
  const reading = new NotebookReading(known, options.newId);
  for (const chunk of chunksOf(tree.children, (node) => headingWords(node, known))) reading.take(chunk);
  const { story, entries, unsorted, texts, notes } = reading;
  const day = capturedOn === null ? {} : { capturedOn };
  return {
    ...nothing,
    story: { ...(front.title === '' ? {} : { title: front.title }), ...day, ...story },
    entries,
    unsorted: [...(front.others === '' ? [] : [{ text: front.others, under: '', line: 1 }]), ...unsorted],
    doubts: [...(notes === 0 ? [] : [notesWords(notes)]), ...leftOutWords(leftOutOf(tree, known))].map((message) => ({
      line: 0,
      message,
    })),
    ...(texts.length === 0
      ? {}
      : { texts, named: { pictures: taken.pictures.map(({ name, base64 }) => ({ name, base64 })), titles } }),
  };
}

function headingWords(node: RootContent, known: Known): string {
  return node.type === 'heading' ? wordsOf(spansOf(node.children, known)).trim() : '';
}

function notesWords(notes: number): string {
  const what = notes === 1 ? 'A note on evidence was' : `${String(notes)} notes on evidence were`;
  return `${what} left out: Markdown has evidence as words only. Story JSON and notebook files bring it back.`;
}

/** Gathers what the chunks of a text say. */
class NotebookReading {
  readonly entries: PageEntry[] = [];
  readonly texts: BriefDraft[] = [];
  readonly unsorted: UnsortedText[] = [];
  story: ImportDraft['story'] = {};
  /** Notes that stood at entries. */
  notes = 0;
  readonly #known: Known;
  readonly #newId: () => string;
  readonly #ids = new Set<string>();
  /** What stands under its headings: there may be several. */
  readonly #overview: RootContent[] = [];
  #section: AnySection | null = null;
  #under = '';

  constructor(known: Known, newId: () => string) {
    this.#known = known;
    this.#newId = newId;
  }

  take(chunk: Chunk): void {
    const words = chunk.heading === null ? '' : headingWords(chunk.heading, this.#known);
    if (chunk.level === 1) this.#takeHead(chunk, words);
    else if (chunk.level === 2) this.#takePart(chunk, words);
    else this.#takeEntry(chunk, words);
  }

  #takeHead({ nodes, line, heading }: Chunk, words: string): void {
    const isFirst = this.story.title === undefined && this.entries.length === 0;
    if (heading !== null && isFirst) this.story = { ...this.story, title: words === untitledStory ? '' : words };
    else if (words !== '') this.unsorted.push({ text: words, under: '', line });
    const [first, ...behind] = nodes;
    const list = first?.type === 'list' && isFirst ? readFieldList(storyFields, first.children, this.#known) : null;
    // The fields of the list are the story's own.
    if (list !== null) this.story = { ...this.story, ...(list.values as ImportDraft['story']) };
    this.#leave(list === null ? nodes : [...list.rest, ...behind], '', line);
  }

  #takePart(chunk: Chunk, words: string): void {
    const part = partNamed(words, chunk.mark);
    this.#under = words;
    this.#section = null;
    if (part === 'draft') return this.#takeDraft(chunk, words);
    if (part !== 'overview') this.#section = part;
    if (part !== 'overview') return this.#leave(chunk.nodes, words, chunk.line);
    this.#countNotes(chunk.nodes);
    this.#overview.push(...chunk.nodes);
    const overview = noteOf(this.#overview, this.#known);
    if (overview.length > 0) this.story = { ...this.story, overview };
  }

  #takeDraft({ mark, nodes, line }: Chunk, words: string): void {
    const drafts = section('drafts');
    const title = words === drafts.title({ title: '' }) ? '' : words;
    const id = this.#idOf(mark) ?? this.#newId();
    this.#ids.add(id);
    this.entries.push({ draft: { kind: drafts.kind, id, fields: { title } }, line, doubts: [] });
    // Its headings stand two levels below the story's title.
    const blocks = nodes.flatMap((node) => blocksOf(node, this.#known, 2));
    if (blocks.length > 0) this.texts.push({ id, blocks });
  }

  #takeEntry({ mark, nodes, line }: Chunk, words: string): void {
    if (mark === 'found') return;
    const ref = typeof mark === 'string' ? null : mark;
    const of = ref === null ? this.#section : findSection(ref.kind);
    // What is about others is made in the notebook, and is in no such text.
    if (of === null || of === undefined || of.attached === true) {
      this.unsorted.push(...(words === '' ? [] : [{ text: words, under: this.#under, line }]));
      return this.#leave(nodes, this.#under, line);
    }
    this.#countNotes(nodes);
    const { values, rest } = readEntryFields(of, words, nodes, this.#known);
    const id = this.#idOf(ref);
    if (id !== null) this.#ids.add(id);
    const draft = { kind: of.kind, fields: values, ...(id === null ? {} : { id }) };
    this.entries.push({ draft, line, doubts: [] });
    this.#leave(rest, words === '' ? this.#under : words, line);
  }

  #countNotes(nodes: readonly RootContent[]): void {
    for (const node of nodes) eachNode(node, ({ type }) => (this.notes += type === 'footnoteReference' ? 1 : 0));
  }

  /** The id that a mark says, once. */
  #idOf(mark: Chunk['mark']): string | null {
    const ref: EntryRef | null = typeof mark === 'string' ? null : mark;
    const id = ref?.id ?? '';
    return /^[^/\s]{1,128}$/.test(id) && !this.#ids.has(id) ? id : null;
  }

  /** Words without a place. */
  #leave(nodes: readonly RootContent[], under: string, line: number): void {
    const text = plainFromRich(noteOf(nodes, this.#known)).trim();
    if (text !== '') this.unsorted.push({ text, under, line });
  }
}
