import Fuse from 'fuse.js';
import { mayBeTarget, wholeStory } from '../../../shared/story/evidence-ends.ts';
import type { StoryReader } from '../../../shared/story/reading/reader.ts';
import { refKey } from '../../../shared/story/ref.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { isSectionKind, section, sectionList } from '../../../shared/story/sections.ts';
import type { SectionKind } from '../../../shared/story/sections.ts';

/** One end of a link that can be chosen. */
export interface End {
  /** `events/abc`: the option's key. */
  readonly id: string;
  readonly ref: EntryRef;
  readonly title: string;
  /** "Event", or the source of a passage. */
  readonly hint: string;
}

/** How many are offered at once. */
const most = 12;

/** What evidence can speak to. Fiction is not among them. */
const targetKinds: readonly SectionKind[] = sectionList
  .map(({ kind }) => kind)
  .filter(isSectionKind)
  .filter((kind) => mayBeTarget({ kind, id: '' }));

/** Everything that evidence can speak to, as it is called now: the story itself first. */
export function targetEnds(reader: StoryReader): readonly End[] {
  const story = { ref: wholeStory, id: refKey(wholeStory), title: 'The story itself', hint: 'Overview' };
  return [story, ...targetKinds.flatMap((kind) => endsOf(reader, kind, () => section(kind).names.one))];
}

/** Everything that can be evidence: passages by their words, and whole sources. */
export function evidenceEnds(reader: StoryReader): readonly End[] {
  const sourceOf = (id: string): string => {
    const source = reader.entry('passages', id)?.fields.source ?? null;
    return source === null ? '' : (reader.titleOf(source) ?? '');
  };
  return [
    // A passage of a source that is not there, or of fiction, can be chosen no more.
    ...endsOf(reader, 'passages', sourceOf).filter(({ ref }) => hasSource(reader, ref.id)),
    ...endsOf(reader, 'sources', () => 'Whole source'),
  ];
}

/** Finds ends by their words, misspelt ones too; the first of them for no words. */
export function endFinder(ends: readonly End[]): (words: string) => readonly End[] {
  const fuse = new Fuse(ends, { keys: ['title', 'hint'], threshold: 0.35, ignoreLocation: true });
  return (words) =>
    words.trim() === '' ? ends.slice(0, most) : fuse.search(words.trim(), { limit: most }).map(({ item }) => item);
}

function endsOf(reader: StoryReader, kind: SectionKind, hint: (id: string) => string): readonly End[] {
  return reader.ids(kind).map((id) => {
    const ref = { kind, id };
    return { id: refKey(ref), ref, title: reader.titleOf(ref) ?? '', hint: hint(id) };
  });
}

function hasSource(reader: StoryReader, passage: string): boolean {
  const source = reader.entry('passages', passage)?.fields.source ?? null;
  return source?.kind === 'sources' && reader.resolve(source) !== undefined;
}
