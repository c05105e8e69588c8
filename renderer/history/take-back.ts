import * as Y from 'yjs';
import { ok } from '../../shared/lib/result.ts';
import { restoreEntries } from '../../shared/story/commands/delete-entry.ts';
import { putBackDraftText } from '../../shared/story/commands/put-back-draft.ts';
import { putBackEntry, putBackField, putBackStoryField } from '../../shared/story/commands/put-back.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import type { OneChange } from '../../shared/history/change.ts';
import type { Comparison } from '../../shared/history/comparison.ts';
import { joinDraftUndo } from '../editor/index.ts';
import type { NotebookSession } from '../session/notebook-session.ts';
import type { HistoryAnswer, NotebookHistory, PastDocuments, PastMoment } from './history.ts';

/** What one takes back: everything, an entry (with all fields, place and draft text), one field of one, one of the story's. */
export type TakenBack =
  | { readonly type: 'all' }
  | { readonly type: 'entry'; readonly ref: EntryRef }
  | { readonly type: 'field'; readonly ref: EntryRef; readonly field: string }
  | { readonly type: 'story'; readonly field: string };

/** Where something is put back, and where it is found. */
export interface TakingBack {
  readonly session: NotebookSession;
  readonly history: NotebookHistory;
}

/** What puts something back once everything it needs is loaded. */
type Work = () => void;

/**
 * Makes a part of the notebook, or all of it, what it was at an earlier moment. One undo step.
 * @param comparison what differs from that moment: what `all` takes back
 * @returns a sentence where it could not be done; nothing was changed then
 */
export async function takeBack(
  { session, history }: TakingBack,
  moment: PastMoment,
  what: TakenBack,
  comparison: Comparison,
): Promise<string | null> {
  const answer = await history.asOf(moment);
  if (!answer.ok) return answer.error.message;
  const past = answer.value;
  const reader = new StoryReader(past.doc);
  try {
    const works: Work[] = [];
    for (const part of partsOf(what, comparison)) {
      const work = await workOf(part, { session, past, reader });
      if (typeof work === 'string') return work;
      works.push(work);
    }
    await session.undo.group(() => {
      for (const work of works) work();
      return Promise.resolve();
    });
    return null;
  } finally {
    reader.dispose();
    past.doc.destroy();
  }
}

interface Sources {
  readonly session: NotebookSession;
  readonly past: PastDocuments;
  /** Reads `past.doc`. */
  readonly reader: StoryReader;
}

/** What is put back at once: whole entries, single fields. */
type Part = Exclude<TakenBack, { readonly type: 'all' }>;

function partsOf(what: TakenBack, { story, sections }: Comparison): readonly Part[] {
  if (what.type !== 'all') return [what];
  return [
    ...story.map(({ name }): Part => ({ type: 'story', field: name })),
    ...sections.flatMap(({ entries }) => entries.map(({ ref }): Part => ({ type: 'entry', ref }))),
  ];
}

/** Loads what a part needs. A sentence where that cannot be had. */
async function workOf(part: Part, { session, past, reader }: Sources): Promise<Work | string> {
  const { writer } = session;
  if (part.type === 'story') {
    const value = new Map<string, unknown>(Object.entries(reader.story().fields)).get(part.field);
    return () => putBackStoryField(writer, part.field, value);
  }
  const { ref } = part;
  const entry = reader.entry(ref.kind, ref.id);
  const hasText = ref.kind === 'drafts' && entry?.deletedAt === null;
  const text = hasText && (part.type === 'entry' || part.field === draftTextField);
  const draft = text ? await textOf(session, ref, () => past.draft(ref.id)) : null;
  if (typeof draft === 'string') return draft;
  return () => {
    if (part.type === 'entry') putBackEntry(writer, ref, entry);
    else if (draft === null) putBackField(writer, ref, part.field, entry?.fields[part.field]);
    draft?.();
  };
}

/** The name under which a draft's text counts as a field. */
const draftTextField = 'text';

/** Loads a draft's text, past and present. */
async function textOf(
  session: NotebookSession,
  ref: EntryRef,
  earlier: () => HistoryAnswer<Y.Doc>,
): Promise<Work | string> {
  const [present, past] = await Promise.all([session.draft(ref.id), earlier()]);
  if (!present.ok) return present.error.message;
  if (!past.ok) {
    present.value.release();
    return past.error.message;
  }
  const { doc, release } = present.value;
  // What is put back can be undone without the draft's editor.
  await joinDraftUndo(session.undo, doc);
  return () => {
    putBackDraftText(doc, past.value);
    past.value.destroy();
    release();
  };
}

/** Puts back what one change changed, as it was right before. One undo step; a sentence where it cannot be done. */
export async function putBackChange(taking: TakingBack, change: OneChange): Promise<string | null> {
  const { session, history } = taking;
  const { subject, verb, field } = change;
  if (subject.type !== 'story' && verb === 'deleted') {
    session.undo.step();
    restoreEntries(session.writer, [subject.ref]);
    return null;
  }
  if (field === null) return null;
  if (subject.type === 'draft') return putBackText(taking, change, subject.ref);
  const values = await history.values(change.id);
  if (!values.ok) return values.error.message;
  session.undo.step();
  if (subject.type === 'story') putBackStoryField(session.writer, field.name, values.value.before);
  else putBackField(session.writer, subject.ref, field.name, values.value.before);
  return null;
}

async function putBackText(taking: TakingBack, change: OneChange, ref: EntryRef): Promise<string | null> {
  const { session, history } = taking;
  const work = await textOf(session, ref, async () => {
    const before = await changeBefore(history, change, ref.id);
    if (!before.ok) return before;
    if (before.value === null) return ok(new Y.Doc());
    const past = await history.asOf({ type: 'kept', kept: before.value.kept });
    if (!past.ok) return past;
    const draft = await past.value.draft(ref.id);
    past.value.doc.destroy();
    return draft;
  });
  if (typeof work === 'string') return work;
  session.undo.step();
  work();
  return null;
}

/** The change of a draft's text that came right before another; null where that was the first. */
async function changeBefore(
  history: NotebookHistory,
  { id }: OneChange,
  draftId: string,
): HistoryAnswer<{ readonly kept: number } | null> {
  let found = false;
  let before: number | null = null;
  do {
    const page = await history.changes({ type: 'draft', id: draftId }, { before, limit: pageSize, differences: false });
    if (!page.ok) return page;
    for (const change of page.value.changes) {
      if (found) return ok(change);
      found = change.id === id;
    }
    before = page.value.next;
  } while (before !== null);
  return ok(null);
}

/** Changes asked for at once. */
const pageSize = 200;
