import type { DraftBlock, TitleOf } from '../story/draft-block.ts';
import type { EntryRef } from '../story/ref.ts';
import { readDraftBlocks } from '../story/reading/draft-blocks.ts';
import { refKey } from '../story/ref.ts';
import { findSection } from '../story/sections.ts';
import type { NotebookArchive } from './archive.ts';
import type {
  Briefing,
  BriefingQuery,
  ChangedPlace,
  Collision,
  DeletionCollision,
  DraftCollision,
  FieldCollision,
} from './briefing.ts';
import { fieldOf } from './changed-field.ts';
import { NewsCollector } from './collect-news.ts';
import type { Pace } from './compare.ts';
import { differenceOf, draftDifference, sameValue } from './difference-of.ts';
import type { RowInfo } from './document-rows.ts';
import { draftTextField } from './draft-replay.ts';
import type { News, NewsField, NewsItem } from './news.ts';
import { deletionsOf, withoutDeletions } from './without-deletions.ts';
import { samePassages } from './same-passages.ts';

/**
 * What teammates did in an absence, against what was done here: both are read as if the other had never been, on top of what there was when
 * the absence began.
 */
export async function collectBriefing(archive: NotebookArchive, query: BriefingQuery, pace: Pace): Promise<Briefing> {
  const { since, until, theirsUntil } = query;
  const from = { since: { kept: since }, ignoring: [] };
  const isMine = (row: RowInfo): boolean => row.origin !== 'remote' && row.kept > since && row.kept <= until;
  const isTheirs = (row: RowInfo): boolean => row.origin === 'remote' && row.kept <= theirsUntil;
  // They wrote down what they did after they had what was done here: what was deleted here is not their doing.
  const deleted = deletionsOf(archive.updatesOf(isMine));
  const theirs = new NewsCollector(from, (row, bytes, doc) =>
    isTheirs(row) ? withoutDeletions(bytes, deleted, doc) : null,
  );
  const mine = new NewsCollector(from, (row, bytes) => (isMine(row) ? bytes : null));
  try {
    await theirs.read(archive, pace);
    const news = theirs.result(archive.lastSeq);
    const things = news.entries + news.story.length;
    if (things === 0) return { collisions: [], theirs: news, things, reversible: [] };
    await mine.read(archive, pace);
    const sides: Sides = { archive, query, theirs, mine };
    const own = mine.result(archive.lastSeq);
    const known = withoutGone(sides, news);
    return {
      collisions: collisionsOf(sides, news, own),
      theirs: known,
      things,
      reversible: reversibleOf(sides, known, own),
    };
  } finally {
    theirs.dispose();
    mine.dispose();
  }
}

interface Sides {
  readonly archive: NotebookArchive;
  readonly query: BriefingQuery;
  readonly theirs: NewsCollector;
  readonly mine: NewsCollector;
}

/** The news without differences whose words are gone: they would tell that a field was emptied, and its entry had no name. */
function withoutGone({ archive, theirs }: Sides, news: News): News {
  const known = (item: NewsItem): NewsItem => {
    const fields = item.fields.filter(({ field }) => !theirs.isGone(item.ref, field.name));
    if (fields.length === item.fields.length) return item;
    return { ...item, title: titleNow(archive, item.ref) ?? item.title, fields };
  };
  return { ...news, sections: news.sections.map(({ kind, items }) => ({ kind, items: items.map(known) })) };
}

function collisionsOf(sides: Sides, theirs: News, mine: News): readonly Collision[] {
  const own = new Map(mine.sections.flatMap(({ items }) => items.map((item) => [refKey(item.ref), item])));
  const story = theirs.story.flatMap(({ field }) =>
    mine.story.some((one) => one.field.name === field.name)
      ? (fieldCollision(sides, { ref: null, name: field.name, authors: theirs.authors }) ?? [])
      : [],
  );
  const entries = theirs.sections.flatMap(({ items }) =>
    items.flatMap((item) => {
      const other = own.get(refKey(item.ref));
      return other === undefined ? [] : ofEntry(sides, item, other);
    }),
  );
  // A stable sort: within each sort the order of the page stays.
  return [...story, ...entries].sort((a, b) => weight(a) - weight(b));
}

/** Where something is not to be seen any more comes first; what was merged letter by letter comes last. */
function weight(collision: Collision): number {
  if (collision.type === 'deletion') return 0;
  if (collision.type === 'draft') return collision.passages.length > 0 ? 1 : 3;
  return collision.stands === 'both' ? 2 : 1;
}

function ofEntry(sides: Sides, theirs: NewsItem, mine: NewsItem): readonly Collision[] {
  if (theirs.verb === 'deleted' && mine.verb === 'deleted') return [];
  if (theirs.verb === 'deleted') return deletion(sides, theirs, 'them', mine.fields);
  if (mine.verb === 'deleted') return deletion(sides, theirs, 'me', theirs.fields);
  return theirs.fields.flatMap(({ field }) => {
    if (!mine.fields.some((one) => one.field.name === field.name)) return [];
    const at = { ref: theirs.ref, name: field.name, authors: theirs.authors };
    return (field.type === 'draft' ? draftCollision(sides, at) : fieldCollision(sides, at)) ?? [];
  });
}

function deletion(
  { archive }: Sides,
  { ref, title, authors }: NewsItem,
  deletedBy: 'me' | 'them',
  edits: readonly NewsField[],
): readonly DeletionCollision[] {
  if (edits.length === 0) return [];
  const entry = archive.root.reader.entry(ref.kind, ref.id);
  const now = entry?.contested !== undefined ? 'contested' : entry?.deletedAt === null ? 'here' : 'trash';
  return [{ type: 'deletion', ref, title: titleNow(archive, ref) ?? title, authors, deletedBy, edits, now }];
}

interface Where {
  readonly ref: EntryRef | null;
  readonly name: string;
  readonly authors: readonly string[];
}

function fieldCollision({ archive, theirs, mine }: Sides, { ref, name, authors }: Where): FieldCollision | null {
  const [there, here] = [theirs.span(ref, name), mine.span(ref, name)];
  const subject = ref === null ? ({ type: 'story' } as const) : ({ type: 'entry', ref } as const);
  const field = fieldOf(subject, name);
  if (there === null || here === null || field === undefined || sameValue(there.after, here.after)) return null;
  const { reader } = archive.root;
  const fields: Readonly<{ [name: string]: unknown }> | undefined =
    ref === null ? reader.story().fields : reader.entry(ref.kind, ref.id)?.fields;
  const now = fields?.[name];
  const titleOf: TitleOf = (of) => reader.titleOf(of);
  return {
    type: 'field',
    ref,
    title: ref === null ? '' : (titleNow(archive, ref) ?? ''),
    authors,
    field: { name, label: field.label, type: field.type },
    mine: differenceOf(field, here.before, here.after, titleOf),
    theirs: differenceOf(field, there.before, there.after, titleOf),
    values: { mine: here.after, theirs: there.after },
    isTheirsUnknown: theirs.isGone(ref, name),
    stands: sameValue(now, here.after) ? 'mine' : sameValue(now, there.after) ? 'theirs' : 'both',
  };
}

function draftCollision({ archive, query, theirs, mine }: Sides, { ref, name, authors }: Where): DraftCollision | null {
  const [there, here] = [theirs.span(ref, name), mine.span(ref, name)];
  if (ref === null || name !== draftTextField || there === null || here === null) return null;
  // Spans of a draft's text are its blocks: see `DraftReplay`.
  const [base, left, right] = [there.before, here.after, there.after] as readonly Blocks[] as [Blocks, Blocks, Blocks];
  if (sameValue(left, right)) return null;
  const titleOf: TitleOf = (of) => archive.root.reader.titleOf(of);
  const { infos } = archive.draftRows(ref.id);
  const first = infos.findIndex((row) => row.origin === 'remote' && row.kept > query.since);
  const [before, after] = [infos[first - 1]?.kept, infos[first]?.kept];
  return {
    type: 'draft',
    ref,
    title: titleNow(archive, ref) ?? '',
    authors,
    mine: draftDifference(base, left, titleOf),
    theirs: draftDifference(base, right, titleOf),
    passages: samePassages(base, left, right).map((passage) => ({
      mine: draftDifference([passage.base], passage.mine, titleOf),
      theirs: draftDifference([passage.base], passage.theirs, titleOf),
    })),
    // A state is named by a moment: two rows of one moment cannot be told apart by it.
    mineAt: before !== undefined && before !== after ? before : null,
  };
}

type Blocks = readonly DraftBlock[];

/** The fields that only they changed, of what is in the notebook, unless they are again what they were. */
function reversibleOf(sides: Sides, theirs: News, mine: News): readonly ChangedPlace[] {
  const keyOf = ({ ref, field }: ChangedPlace): string => `${ref === null ? '' : refKey(ref)}#${field}`;
  const own = new Set(placesOf(mine).map(keyOf));
  return placesOf(theirs).filter((place) => !own.has(keyOf(place)) && isStillChanged(sides, place));
}

function placesOf({ story, sections }: News): readonly ChangedPlace[] {
  const entries = sections.flatMap(({ items }) =>
    items.flatMap(({ ref, fields }) => fields.map(({ field }) => ({ ref, field: field.name }))),
  );
  return [...story.map(({ field }) => ({ ref: null, field: field.name })), ...entries];
}

function isStillChanged({ archive, theirs }: Sides, { ref, field }: ChangedPlace): boolean {
  const span = theirs.span(ref, field);
  const { reader } = archive.root;
  if (span === null || (ref !== null && reader.resolve(ref) === undefined)) return false;
  const draft = ref?.kind === 'drafts' && field === draftTextField ? archive.drafts.get(ref.id) : undefined;
  const fields: Readonly<{ [name: string]: unknown }> | undefined =
    ref === null ? reader.story().fields : reader.entry(ref.kind, ref.id)?.fields;
  return !sameValue(draft === undefined ? fields?.[field] : readDraftBlocks(draft.doc), span.before);
}

/** What an entry is called now, wherever it is; null where it is nowhere. */
function titleNow(archive: NotebookArchive, { kind, id }: EntryRef): string | null {
  const entry = archive.root.reader.entry(kind, id);
  return entry === undefined ? null : (findSection(kind)?.title(entry.fields) ?? null);
}
