import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { putBackDraftText } from '../story/commands/put-back-draft.ts';
import { putBackEntry, putBackStoryField } from '../story/commands/put-back.ts';
import { StoryReader } from '../story/reading/reader.ts';
import { collectNews } from './collect-news.ts';
import { compareNotebooks } from './compare.ts';
import type { NotebookState } from './compare.ts';
import type { NewsItem } from './news.ts';
import { ChangeList } from './list-changes.ts';
import { anyStep, draftId, shownBy, workThrough } from './testing/any-work.suite.ts';
import type { Moment, Shown } from './testing/any-work.suite.ts';

const anyWork = fc.array(anyStep, { maxLength: 40 });
const runs = { numRuns: 120 };
const pace = () => Promise.resolve();

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc;
}

/** A state of the archive after some of its rows. */
function stateOf(archive: ReturnType<ReturnType<typeof workThrough>['journal']['archive']>, kept: number) {
  const [root, text] = [archive.rootRows(), archive.draftRows(draftId)];
  const doc = docOf(root.updates(root.countKept(kept)));
  const draft = docOf(text.updates(text.countKept(kept)));
  const reader = new StoryReader(doc);
  return { doc, draft, reader, shown: () => shownBy(reader, draft) };
}

function entriesOf(shown: Shown): ReadonlyMap<string, Readonly<Record<string, unknown>>> {
  return new Map<string, Readonly<Record<string, unknown>>>(
    shown.kinds.flatMap(({ kind, entries }) => entries.map(({ id, fields }) => [`${kind}/${id}`, fields])),
  );
}

/** The value of a field in the notebook as it was shown, and undefined where its entry was not shown. */
function shownValue(shown: Shown, key: string): unknown {
  const [subject = '', name = ''] = key.split('.');
  // The story's fields, as its reader gave them.
  if (subject === 'story') return (shown.story as Readonly<Record<string, unknown>>)[name];
  return entriesOf(shown).get(subject)?.[name];
}

describe('history of any work', () => {
  it('[HI1] replaying the rows gives what the notebook shows', () => {
    fc.assert(
      fc.property(anyWork, (steps) => {
        const { journal, moments } = workThrough(steps);
        const archive = journal.archive();
        const draft = archive.drafts.get(draftId)?.doc ?? new Y.Doc();
        expect(shownBy(archive.root.reader, draft)).toEqual(moments.at(-1)?.shown);
      }),
      runs,
    );
  });

  it('[HI2] the state as of a moment is what was shown then', () => {
    fc.assert(
      fc.property(anyWork, fc.nat(), (steps, at) => {
        const { journal, moments } = workThrough(steps);
        const { kept } = moments[at % moments.length] ?? { kept: 0 };
        // Of rows taken in at one moment, all belong to it.
        const last = moments.findLast((one) => one.kept === kept);
        expect(stateOf(journal.archive(), kept).shown()).toEqual(last?.shown);
      }),
      runs,
    );
  });

  it('[HI5] what a change found and what it left is what was shown before and after it', () => {
    fc.assert(
      fc.property(anyWork, (steps) => {
        const { journal, moments } = workThrough(steps);
        const archive = journal.archive();
        const { root } = archive;
        const byRow = (seq: number): Moment | undefined => moments.findLast((one) => one.seq <= seq);
        for (const track of [
          ...root.tracks.ofStory(),
          ...root.tracks.refs().flatMap((ref) => root.tracks.ofEntry(ref)),
        ]) {
          if (track.of !== 'field') continue;
          for (const [index, recorded] of track.recorded.entries()) {
            const before = shownValue(
              byRow(recorded.first.seq - 1)?.shown ?? { story: {}, kinds: [], draft: '' },
              track.key,
            );
            const after = shownValue(byRow(recorded.last.seq)?.shown ?? { story: {}, kinds: [], draft: '' }, track.key);
            if (before !== undefined) expect(recorded.before).toEqual(before);
            if (after !== undefined) expect(root.after(recorded)).toEqual(after);
            const next = track.recorded[index + 1];
            if (next !== undefined) expect(root.after(recorded)).toEqual(next.before);
          }
        }
      }),
      runs,
    );
  });

  it('[HI4] a change is somebody’s, and no pause in it is longer than five minutes', () => {
    fc.assert(
      fc.property(anyWork, (steps) => {
        const { journal } = workThrough(steps);
        const { changes } = new ChangeList(journal.archive()).page({ type: 'all' }, { before: null, limit: 1000 });
        for (const change of changes) {
          expect(['Mara', 'Ilir']).toContain(change.author);
          expect(change.at - change.from).toBeLessThanOrEqual(30 * 60_000);
          expect(change.first).toBeLessThanOrEqual(change.last);
        }
        const order = changes.map((change) => change.last);
        expect(order).toEqual([...order].sort((a, b) => b - a));
      }),
      runs,
    );
  });

  it('[HI9] taking back all that differs makes the present equal the past in everything that is shown', async () => {
    await fc.assert(
      fc.asyncProperty(anyWork, fc.nat(), async (steps, at) => {
        const { journal, moments } = workThrough(steps);
        const archive = journal.archive();
        const { kept } = moments[at % moments.length] ?? { kept: 0 };
        const [past, present] = [stateOf(archive, kept), stateOf(archive, journal.now)];
        const sides = [past, present].map(({ reader, draft }): NotebookState => ({ reader, draft: () => draft }));
        const [then = sides[0], now = sides[1]] = sides;
        if (then === undefined || now === undefined) throw new Error('Two sides');
        const comparison = await compareNotebooks(then, now, pace);
        expect(await compareNotebooks(then, now, pace, archive.touchedSince(kept))).toEqual(comparison);
        const writer = { ...journal.writer, doc: present.doc };
        for (const { name } of comparison.story)
          putBackStoryField(writer, name, shownValue(past.shown(), `story.${name}`));
        for (const { ref, draftText } of comparison.sections.flatMap((section) => section.entries)) {
          putBackEntry(writer, ref, past.reader.entry(ref.kind, ref.id));
          if (draftText) putBackDraftText(present.draft, past.draft);
        }
        expect(present.shown()).toEqual(past.shown());
        const again = await compareNotebooks(then, now, pace);
        expect([again.entries, again.story]).toEqual([0, []]);
      }),
      runs,
    );
  });

  it('[HI8] [HI10] news since a row are the net difference to the present', async () => {
    await fc.assert(
      fc.asyncProperty(anyWork, fc.nat(), async (steps, at) => {
        const { journal, moments } = workThrough(steps);
        const moment = moments[at % moments.length];
        const last = moments.at(-1);
        if (moment === undefined || last === undefined) return;
        const news = await collectNews(journal.archive(), { since: { row: moment.seq }, ignoring: [] }, pace);
        const [then, now] = [entriesOf(moment.shown), entriesOf(last.shown)];
        const verbs = new Map<string, NewsItem>(
          news.sections.flatMap(({ items }) => items.map((item) => [`${item.ref.kind}/${item.ref.id}`, item] as const)),
        );
        for (const key of new Set([...then.keys(), ...now.keys()])) {
          const [before, after] = [then.get(key), now.get(key)];
          const item = verbs.get(key);
          if (before === undefined) expect(['created', 'restored']).toContain(item?.verb);
          else if (after === undefined) expect(item?.verb).toBe('deleted');
          else {
            const differing = Object.keys(after).filter(
              (name) => name !== 'earlier' && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
            );
            const fields =
              item?.fields
                .map(({ field }) => field.name)
                .filter((name) => name !== 'text' || !key.startsWith('drafts')) ?? [];
            expect([...fields].sort()).toEqual(expect.arrayContaining(differing));
            expect(fields.filter((name) => name !== 'earlier' && !differing.includes(name))).toEqual([]);
          }
        }
        expect(verbs.size).toBe(news.entries);
        for (const key of verbs.keys()) expect(then.has(key) || now.has(key)).toBe(true);
        const others = await collectNews(
          journal.archive(),
          { since: { row: moment.seq }, ignoring: ['Mara', 'Ilir', 'first'] },
          pace,
        );
        expect([others.entries, others.story]).toEqual([0, []]);
      }),
      runs,
    );
  });
});
