import type * as Y from 'yjs';
import type { DraftBlock } from '../story/draft-block.ts';
import { entriesMap, storyMap } from '../story/document.ts';
import type { EntryRef } from '../story/ref.ts';
import { findSection, sectionKinds } from '../story/sections.ts';
import type { NotebookArchive } from './archive.ts';
import { changedField, draftField, fieldOf } from './changed-field.ts';
import type { ChangeVerb } from './change.ts';
import type { Pace } from './compare.ts';
import { differenceOf, draftDifference, sameValue } from './difference-of.ts';
import type { DocumentRows, RowInfo } from './document-rows.ts';
import { DraftReplay, draftTextField } from './draft-replay.ts';
import type { News, NewsField, NewsItem, NewsQuery } from './news.ts';
import type { Recorded, Track } from './record.ts';
import { RootReplay } from './root-replay.ts';

/** What changed since a row or a moment, all steps together: the rows behind it are read anew from there. */
export async function collectNews(archive: NotebookArchive, query: NewsQuery, pace: Pace): Promise<News> {
  const news = new NewsCollector(query);
  try {
    await news.read(archive, pace);
    return news.result(archive.lastSeq);
  } finally {
    news.dispose();
  }
}

/** A field's value, or a draft's blocks, before all that happened and after it. */
export interface Span {
  readonly before: unknown;
  readonly after: unknown;
}

/** What counts of a row that is about to be applied to a document; null for nothing. */
type TakeRow = (row: RowInfo, bytes: Uint8Array, doc: Y.Doc) => Uint8Array | null;

/** Gathers what some rows did, all steps together, on top of what was there before them. */
export class NewsCollector {
  readonly #query: NewsQuery;
  readonly #taken: TakeRow;
  readonly #ignored: ReadonlySet<string>;
  readonly #drafts = new Map<string, DraftReplay>();
  readonly #seen: Recorded[] = [];
  #root = new RootReplay();

  /** @param taken what counts of a row; null leaves it out, as if it had never been written */
  constructor(query: NewsQuery, taken: TakeRow = (_, bytes) => bytes) {
    this.#query = query;
    this.#taken = taken;
    this.#ignored = new Set(query.ignoring);
  }

  async read(archive: NotebookArchive, pace: Pace): Promise<void> {
    const rows = archive.rootRows();
    const from = this.#countBefore(rows);
    this.#root.dispose();
    this.#root = new RootReplay(rows.updates(from));
    for (const [info, bytes] of rows.slice(from)) {
      const taken = this.#taken(info, bytes, this.#root.doc);
      if (taken !== null) this.#root.apply(info, taken);
      await pace();
    }
    for (const draftId of archive.drafts.keys()) {
      const draftRows = archive.draftRows(draftId);
      const start = this.#countBefore(draftRows);
      if (start === draftRows.length) continue;
      const draft = new DraftReplay(draftId, draftRows.updates(start));
      this.#drafts.set(draftId, draft);
      for (const [info, bytes] of draftRows.slice(start)) {
        const taken = this.#taken(info, bytes, draft.doc);
        if (taken !== null) draft.apply(info, taken);
      }
      await pace();
    }
  }

  result(upTo: number): News {
    const items = this.#refs().flatMap((ref) => this.#item(ref) ?? []);
    const story = this.#root.tracks.ofStory().flatMap((track) => this.#field(track, null) ?? []);
    const times = this.#seen.flatMap(({ first, last }) => [first.at, last.at]);
    return {
      sections: sectionKinds
        .map((kind) => ({ kind, items: items.filter((item) => item.ref.kind === kind).sort((a, b) => b.at - a.at) }))
        .filter((section) => section.items.length > 0),
      story,
      authors: authorsOf(this.#seen),
      entries: items.length,
      from: times.length === 0 ? null : times.reduce((a, b) => Math.min(a, b)),
      to: times.length === 0 ? null : times.reduce((a, b) => Math.max(a, b)),
      upTo,
    };
  }

  /** What all together did to a field of an entry, of the story (`ref` null), or to the text of a draft; null where that is nothing. */
  span(ref: EntryRef | null, field: string): Span | null {
    if (ref === null) {
      const track = this.#root.tracks.ofStory().find((one) => one.field === field);
      return track === undefined ? null : this.#span(track, null);
    }
    const draft = ref.kind === 'drafts' && field === draftTextField ? this.#drafts.get(ref.id) : undefined;
    const track = draft?.track ?? this.#root.tracks.fieldsOf(ref).get(field);
    return track === undefined ? null : this.#span(track, draft ?? null);
  }

  /** Whether what stands under a field was taken away and nothing put in its place: no command does that, but what loses against another goes so. */
  isGone(ref: EntryRef | null, field: string): boolean {
    const map = ref === null ? storyMap(this.#root.doc) : entriesMap(this.#root.doc, ref.kind).get(ref.id);
    return map !== undefined && map._map.get(field)?.deleted === true;
  }

  dispose(): void {
    this.#root.dispose();
    for (const draft of this.#drafts.values()) draft.dispose();
  }

  #countBefore(rows: DocumentRows): number {
    const { since } = this.#query;
    return 'row' in since ? rows.countUpTo(since.row) : rows.countKept(since.kept);
  }

  #refs(): readonly EntryRef[] {
    const refs = this.#root.tracks.refs();
    const known = new Set(refs.filter((ref) => ref.kind === 'drafts').map((ref) => ref.id));
    const drafts = [...this.#drafts.keys()].filter((id) => !known.has(id)).map((id) => ({ kind: 'drafts', id }));
    return [...refs, ...drafts];
  }

  #item(ref: EntryRef): NewsItem | null {
    const { tracks, reader } = this.#root;
    const presence = this.#news(tracks.presenceOf(ref));
    const verb = netVerb(presence);
    const isHere = reader.resolve(ref) !== undefined;
    // What somebody else brought and this session threw away, or the other way round, is no news.
    if (verb === 'none' || isHere === (verb === 'deleted')) return null;
    const draft = ref.kind === 'drafts' ? this.#drafts.get(ref.id) : undefined;
    const own = tracks.ofEntry(ref);
    const considered = [...own, ...(draft === undefined ? [] : [draft.track])];
    const fields =
      verb === null
        ? considered.flatMap((track) => this.#field(track, draft?.track === track ? draft : null) ?? [])
        : [];
    const moved = own.some((track) => track.of === 'place' && this.#span(track, null) !== null);
    if (verb === null && fields.length === 0 && !moved) return null;
    const recorded = considered.flatMap((track) => this.#news(track));
    this.#seen.push(...recorded);
    return {
      ref,
      title: this.#titleOf(ref),
      verb: verb ?? (fields.length > 0 ? 'changed' : 'moved'),
      fields,
      authors: authorsOf(recorded),
      at: recorded.reduce((latest, one) => Math.max(latest, one.last.at), 0),
    };
  }

  #field(track: Track, draft: DraftReplay | null): NewsField | null {
    const span = this.#span(track, draft);
    if (track.field === null || span === null) return null;
    if (track.subject.type === 'story') this.#seen.push(...this.#news(track));
    const titleOf = (ref: EntryRef): string | null => this.#root.reader.titleOf(ref);
    if (draft !== null) {
      // `DraftReplay` records the blocks of a draft.
      const [before, after] = [span.before as Blocks, span.after as Blocks];
      return { field: draftField, difference: draftDifference(before, after, titleOf) };
    }
    const field = fieldOf(track.subject, track.field);
    if (field === undefined) return null;
    return {
      field: changedField(track.subject, track.field),
      difference: differenceOf(field, span.before, span.after, titleOf),
    };
  }

  /** From what the first of the changes found to what the last of them left; null where that is the same. */
  #span(track: Track, draft: DraftReplay | null): Span | null {
    const news = this.#news(track).filter((recorded) => !recorded.alongside);
    const [first, last] = [news[0], news.at(-1)];
    if (first === undefined || last === undefined) return null;
    const after = (draft ?? this.#root).after(last);
    return sameValue(first.before, after) ? null : { before: first.before, after };
  }

  #news(track: Track | undefined): readonly Recorded[] {
    return track?.recorded.filter((recorded) => !this.#ignored.has(recorded.first.session)) ?? [];
  }

  #titleOf(ref: EntryRef): string {
    const entry = this.#root.reader.entry(ref.kind, ref.id);
    return entry === undefined ? '' : (findSection(ref.kind)?.title(entry.fields) ?? '');
  }
}

type Blocks = readonly DraftBlock[];

/** What all comings and goings together did; null where there were none, `none` where they cancel out. */
function netVerb(presence: readonly Recorded[]): ChangeVerb | 'none' | null {
  const [first, last] = [presence[0]?.verb, presence.at(-1)?.verb];
  if (first === undefined || last === undefined) return null;
  const [wasHere, isHere] = [first === 'deleted', last !== 'deleted'];
  if (wasHere && isHere) return null;
  if (!wasHere && !isHere) return 'none';
  return isHere ? first : 'deleted';
}

/** Display names, that of the latest change first. */
function authorsOf(recorded: readonly Recorded[]): readonly string[] {
  const latestFirst = [...recorded].sort((a, b) => b.last.at - a.last.at);
  return [...new Set(latestFirst.map((one) => one.last.author))];
}
