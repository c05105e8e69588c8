import * as v from 'valibot';
import { findDuplicates } from '../../shared/interchange/index.ts';
import type { Duplicate } from '../../shared/interchange/index.ts';
import { dateInWords } from '../../shared/story/dates/index.ts';
import type { EntryDraft } from '../../shared/story/entry.ts';
import type { ImportChanges } from '../../shared/story/import-changes.ts';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import { entryRefSchema } from '../../shared/story/ref.ts';
import type { StoryReader } from '../../shared/story/reading/reader.ts';
import { findSection, section, sectionKinds } from '../../shared/story/sections.ts';
import { storyDateSchema } from '../../shared/story/fields.ts';

/** One reference or annotation of a file, as it is shown. */
export interface ExchangeItem {
  readonly title: string;
  readonly detail: string;
  /** The source it repeats; null where it is new. */
  readonly duplicate: Duplicate | null;
  readonly doubts: readonly string[];
}

/** What is to be added, and how that is told afterwards. */
export interface Accepted {
  readonly changes: ImportChanges;
  readonly words: string;
  /** Where it is to be seen. */
  readonly view: 'sources' | 'story';
}

/** The entries of a draft as they are shown, in the order of the file. */
export function exchangeItems({ entries }: ImportDraft, reader: StoryReader): readonly ExchangeItem[] {
  const drafts = entries.map(({ draft }) => draft);
  const areSources = drafts.every(({ kind }) => kind === 'sources');
  const duplicates = areSources ? findDuplicates(drafts, reader.list('sources')) : [];
  return entries.map(({ draft, doubts }, at) => ({
    title: titleOf(draft),
    detail: draft.kind === 'sources' ? sourceDetail(draft) : aboutDetail(draft, reader),
    duplicate: duplicates[at] ?? null,
    doubts: doubts.map(({ line, message }) => (areSources ? `Line ${line}: ${message}` : message)),
  }));
}

/** Adds the chosen entries, and, where wanted, the texts that belong to nothing. */
export function acceptedOf(draft: ImportDraft, isChosen: (at: number) => boolean, keepsTexts: boolean): Accepted {
  const chosen = draft.entries.filter((_, at) => isChosen(at)).map((entry) => entry.draft);
  const texts = keepsTexts
    ? draft.unsorted.map(({ text, under }) => ({ kind: 'unsorted', fields: { text, under } }))
    : [];
  const all: readonly EntryDraft[] = [...chosen, ...texts];
  const creations = sectionKinds.flatMap((kind) => {
    const drafts = all.filter((one) => one.kind === kind);
    return drafts.length === 0 ? [] : [{ kind, place: 'last' as const, drafts }];
  });
  const words = all.length === 0 ? 'Nothing was added.' : `Added ${countedWords(all)}.`;
  return { changes: { story: {}, creations, edits: [] }, words, view: chosen.length > 0 ? 'sources' : 'story' };
}

/** "3 sources", "5 passages, 2 notes and 1 unsorted text". */
export function countedWords(drafts: readonly Pick<EntryDraft, 'kind'>[]): string {
  const parts = Object.entries(nouns).flatMap(([kind, [one, many]]) => {
    const count = drafts.filter((draft) => draft.kind === kind).length;
    return count === 0 ? [] : [`${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`];
  });
  return parts.length < 2 ? (parts[0] ?? 'nothing') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

const nouns: Readonly<Record<string, readonly [one: string, many: string]>> = {
  sources: ['source', 'sources'],
  passages: ['passage', 'passages'],
  annotations: ['note', 'notes'],
  evidence: ['evidence link', 'evidence links'],
  unsorted: ['unsorted text', 'unsorted texts'],
};

/** Why a record is taken for a source that is known. */
export function duplicateWords({ id, title, reason }: Duplicate): string {
  const same = { doi: 'the same DOI', address: 'the same address', title: 'the same title and date' }[reason];
  return id === null ? `Further up in this file: ${same}.` : `In this notebook already, as “${title}”: ${same}.`;
}

function titleOf({ kind, fields }: EntryDraft): string {
  const known = findSection(kind);
  if (known === undefined) return kind;
  const values: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(known.fields)) values[name] = fields[name] ?? field.empty;
  return known.title(values);
}

function sourceDetail({ fields }: EntryDraft): string {
  const date = v.safeParse(storyDateSchema, fields['published']);
  const text = (name: string): string => section('sources').fields.title.parse(fields[name]) ?? '';
  const authors = section('sources').fields.authors.parse(fields['authors']) ?? [];
  const parts = [authors.join(', '), text('publisher'), date.success ? dateInWords(date.output) : '', text('address')];
  return parts.filter((part) => part !== '').join(' · ');
}

/** What an annotation belongs to. */
function aboutDetail({ kind, fields }: EntryDraft, reader: StoryReader): string {
  const about = fields[kind === 'passages' ? 'source' : kind === 'evidence' ? 'to' : 'target'];
  const ref = v.safeParse(entryRefSchema, about);
  const title = ref.success ? reader.titleOf(ref.output) : null;
  const name = findSection(kind)?.names.one ?? kind;
  return title === null ? name : `${name} · ${title}`;
}
