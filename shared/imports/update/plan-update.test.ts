import { describe, expect, it } from 'vitest';
import { applyImport } from '../../story/commands/apply-import.ts';
import { deleteEntries } from '../../story/commands/delete-entry.ts';
import { setField, setStoryField } from '../../story/commands/set-field.ts';
import type { Writer } from '../../story/commands/writer.ts';
import type { ImportDraft } from '../../story/import-draft.ts';
import { StoryReader } from '../../story/reading/reader.ts';
import { peer } from '../../story/testing/peers.ts';
import { changesOfDraft } from '../draft-changes.ts';
import { printLayoutA, printLayoutB } from '../page/fixtures/print-page.ts';
import type { PageModel } from '../page/fixtures/page-model.ts';
import { suezPage } from '../page/fixtures/suez.ts';
import { readStoryText } from '../read-page.ts';
import { snapshotOf } from '../story-json/snapshot.ts';
import { fullStoryJson } from '../story-json/write-full.ts';
import { chosenChanges } from './chosen-changes.ts';
import { currentStory, planUpdate } from './plan-update.ts';
import type { UpdateChoice, UpdateItem, UpdatePlan } from './types.ts';

function draftOf(text: string, capturedOn: string | null = null): ImportDraft {
  const read = readStoryText(text, { fileName: 'page.txt', capturedOn });
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

async function notebook(
  text: string,
  capturedOn: string | null = '2021-03-26',
): Promise<{ writer: Writer; reader: StoryReader }> {
  const { doc, writer } = peer('alice');
  await applyImport(writer, changesOfDraft(draftOf(text, capturedOn)));
  return { writer, reader: new StoryReader(doc) };
}

const titles = (reader: StoryReader): readonly string[] => reader.list('events').map(({ fields }) => fields.title);
const item = (plan: UpdatePlan, title: string): UpdateItem | undefined => plan.items.find((one) => one.title === title);

const counts = (plan: UpdatePlan): Record<string, number> => {
  const all: Record<string, number> = {};
  for (const { status } of plan.items) all[status] = (all[status] ?? 0) + 1;
  return all;
};

const [tugs, apology, notice, cape, dredgers, grounding] = suezPage.events;
if (!tugs || !apology || !notice || !cape || !dredgers || !grounding) throw new Error('the fixture has six events');
const afloat = {
  title: 'The Stern Is Free',
  category: 'Salvage',
  text: 'Before dawn the vessel turns by thirty degrees and floats.',
};
const tide = {
  title: 'The Tide Turns Too Early',
  category: 'Salvage',
  text: 'The evening’s attempt is broken off after four hours.',
};

/** The same story two days on: new events, a changed number, a title that was edited, one person less. */
const later: PageModel = {
  ...suezPage,
  kicker: 'Almost free',
  next: { title: 'First convoy', inDays: 1 },
  overview: [...suezPage.overview, 'On the sixth day the stern moved.'],
  indicators: suezPage.indicators.map((one, at) => (at === 0 ? { ...one, value: '369' } : one)),
  people: suezPage.people.slice(0, 2),
  events: [afloat, tugs, { ...apology, title: 'Owner Apologises to All' }, tide, notice, cape, dredgers, grounding],
};

describe('[IM24] updating a notebook from a page', () => {
  it('of the same page finds nothing to do', async () => {
    const { reader } = await notebook(printLayoutA(suezPage));
    const plan = planUpdate(currentStory(reader), draftOf(printLayoutA(suezPage), '2021-03-26'));
    expect(Object.keys(counts(plan))).toEqual(['same']);
    expect(plan.story).toEqual([]);
    expect(chosenChanges(plan)).toEqual({ story: {}, creations: [], edits: [] });
  });

  it('of the same page in the other layout finds nothing to do', async () => {
    const { reader } = await notebook(printLayoutA(suezPage));
    const plan = planUpdate(currentStory(reader), draftOf(printLayoutB(suezPage)));
    expect(plan.items.filter(({ status }) => status !== 'same' && status !== 'gone')).toEqual([]);
    // The second layout keeps descriptions whose name is lost as unsorted; here they stand in their organization already.
    expect(plan.items.filter(({ kind, status }) => kind === 'unsorted' && status === 'same')).toHaveLength(2);
    expect(chosenChanges(plan)).toEqual({ story: {}, creations: [], edits: [] });
  });

  it('tells what is new, changed, the same, and not on the page', async () => {
    const { reader } = await notebook(printLayoutA(suezPage));
    const plan = planUpdate(currentStory(reader), draftOf(printLayoutA(later), '2021-03-28'));
    expect(item(plan, 'The Stern Is Free')).toMatchObject({ status: 'new', choice: 'take', similarTo: null });
    expect(item(plan, 'Owner Apologises to All')).toMatchObject({
      status: 'changed',
      differences: [{ field: 'title', label: 'Title', before: 'Owner Apologises', after: 'Owner Apologises to All' }],
    });
    expect(item(plan, 'Vessels waiting')?.differences).toMatchObject([{ field: 'value', before: '237', after: '369' }]);
    expect(item(plan, 'Yukito Higaki')).toMatchObject({ status: 'gone', choice: 'skip', draft: null });
    expect(item(plan, 'Navigation Is Suspended')).toMatchObject({ status: 'same' });
    expect(plan.story).toMatchObject([
      { key: 'kicker', before: 'Stuck fast', after: 'Almost free' },
      { key: 'capturedOn' },
      { key: 'overview' },
      { key: 'nextEvent', after: 'First convoy · in 1 day · 29 March 2021', choice: 'take' },
    ]);
  });

  it('takes what was agreed to, where the page has it, and deletes nothing', async () => {
    const { writer, reader } = await notebook(printLayoutA(suezPage));
    setField(writer, { kind: 'indicators', id: reader.ids('indicators')[0] ?? '' }, 'asOf', { edtf: '2021-03-26' });
    const plan = planUpdate(currentStory(reader), draftOf(printLayoutA(later), '2021-03-28'));
    await applyImport(writer, chosenChanges(plan));
    expect(titles(reader)).toEqual(later.events.map(({ title }) => title));
    expect(reader.list('people')).toHaveLength(3);
    expect(reader.story().fields).toMatchObject({ kicker: 'Almost free', nextDate: { edtf: '2021-03-29' } });
    expect(reader.list('indicators')[0]?.fields).toMatchObject({
      value: '369',
      asOf: { edtf: '2021-03-28' },
      earlier: [{ value: '237', on: { edtf: '2021-03-26' } }],
    });
    const again = planUpdate(currentStory(reader), draftOf(printLayoutA(later), '2021-03-28'));
    expect(counts(again)['new']).toBeUndefined();
    expect(counts(again)['changed']).toBeUndefined();
  });

  it('leaves what was not agreed to', async () => {
    const { writer, reader } = await notebook(printLayoutA(suezPage));
    const plan = planUpdate(currentStory(reader), draftOf(printLayoutA(later), '2021-03-28'));
    const skipped: [string, UpdateChoice][] = [...plan.items, ...plan.story].map(({ key }) => [key, 'skip']);
    expect(chosenChanges(plan, new Map(skipped))).toEqual({ story: {}, creations: [], edits: [] });
    await applyImport(writer, chosenChanges(plan, new Map([[item(plan, afloat.title)?.key ?? '', 'skip']])));
    expect(titles(reader)).not.toContain(afloat.title);
    expect(titles(reader)).toContain(tide.title);
  });

  it('puts new events right in a notebook that runs the other way', async () => {
    const { writer, reader } = await notebook(printLayoutA({ ...suezPage, events: suezPage.events.toReversed() }));
    const plan = planUpdate(currentStory(reader), draftOf(printLayoutA(later)));
    await applyImport(writer, chosenChanges(plan));
    expect(titles(reader)).toEqual(later.events.map(({ title }) => title).toReversed());
  });

  it('never doubles silently what may be the same under another name', async () => {
    const { writer, reader } = await notebook(printLayoutA(suezPage));
    const renamed = {
      ...later,
      events: [{ ...dredgers, title: 'Dredgers At the Stern', text: 'Sand is moved again.' }],
    };
    const plan = planUpdate(currentStory(reader), draftOf(printLayoutA(renamed)));
    const found = item(plan, 'Dredgers At the Stern');
    expect(found).toMatchObject({ status: 'new', choice: 'skip', similarTo: { title: 'Dredgers Reach the Bow' } });
    await applyImport(writer, chosenChanges(plan, new Map([[found?.key ?? '', 'merge']])));
    expect(titles(reader)).toContain('Dredgers At the Stern');
    expect(titles(reader)).toHaveLength(6);
  });

  it('does not take a second round for the first', async () => {
    const events = [
      { title: 'First Round of Talks About the Tugs in Suez', category: 'Talks', text: 'They meet at noon.' },
    ];
    const title = 'Second Round of Talks About the Tugs in Suez';
    const { reader } = await notebook(printLayoutA({ ...suezPage, events }));
    const next = { ...suezPage, events: [{ title, category: 'Talks', text: 'They meet again.' }] };
    const plan = planUpdate(currentStory(reader), draftOf(printLayoutA(next)));
    expect(item(plan, title)).toMatchObject({ status: 'new', similarTo: { title: events[0]?.title } });
  });

  it('matches one entry with one, also where titles repeat', async () => {
    const twice = { ...suezPage, events: [tugs, tugs, grounding] };
    const { reader } = await notebook(printLayoutA(twice));
    const thrice = { ...suezPage, events: [tugs, tugs, tugs, grounding] };
    const plan = planUpdate(currentStory(reader), draftOf(printLayoutA(thrice)));
    const events = plan.items.filter(({ kind }) => kind === 'events');
    expect(events.map(({ status }) => status)).toEqual(['same', 'same', 'new', 'same']);
    const matched = events.map(({ existingId }) => existingId).filter((id) => id !== null);
    expect(new Set(matched).size).toBe(matched.length);
  });

  it('does not bring back unasked what lies in the trash', async () => {
    const { writer, reader } = await notebook(printLayoutA(suezPage));
    const line = reader.list('unsorted')[0];
    const event = reader.list('events')[1];
    if (line === undefined || event === undefined) throw new Error('nothing to delete');
    deleteEntries(writer, [line, event]);
    const plan = planUpdate(currentStory(reader), draftOf(printLayoutA(suezPage)));
    const back = plan.items.filter(({ status }) => status === 'new');
    expect(back.map(({ inTrash, choice }) => [inTrash, choice])).toEqual([
      [true, 'skip'],
      [true, 'skip'],
    ]);
  });

  it('says nothing about what the page leaves out, and leaves the notebook’s name alone', async () => {
    const { writer, reader } = await notebook(printLayoutA(suezPage));
    setStoryField(writer, 'title', 'My canal');
    const plan = planUpdate(currentStory(reader), draftOf(printLayoutA({ ...suezPage, next: null, kicker: '' })));
    expect(plan.story).toMatchObject([{ key: 'title', choice: 'skip' }]);
  });

  it('does not count the next event from the wrong day', async () => {
    const { reader } = await notebook(printLayoutA(suezPage));
    const plan = planUpdate(currentStory(reader), draftOf(printLayoutA(later)));
    expect(plan.story.find(({ key }) => key === 'nextEvent')).toMatchObject({ choice: 'skip' });
  });

  it('from a full export goes by ids', async () => {
    const { writer, reader } = await notebook(printLayoutA(suezPage));
    const json = JSON.stringify(fullStoryJson(snapshotOf(reader), []));
    const ref = { kind: 'events' as const, id: reader.ids('events')[0] ?? '' };
    setField(writer, ref, 'title', 'Something else altogether');
    setField(writer, ref, 'text', 'With another text.');
    const plan = planUpdate(currentStory(reader), draftOf(json));
    expect(Object.keys(counts(plan)).sort()).toEqual(['changed', 'same']);
    expect(counts(plan)['changed']).toBe(1);
  });

  it('of ten thousand events with ten thousand others is quick', async () => {
    const events = (word: string): PageModel['events'] =>
      Array.from({ length: 10_000 }, (_, at) => ({
        title: `${word} ${String(at)} of the tugs at kilometre ${String(at % 97)}`,
        category: 'Salvage',
        text: `${word} ${String(at)}.`,
      }));
    const { reader } = await notebook(printLayoutA({ ...suezPage, events: events('Attempt') }));
    const draft = draftOf(printLayoutA({ ...suezPage, events: events('Failure') }));
    const started = performance.now();
    planUpdate(currentStory(reader), draft);
    expect(performance.now() - started).toBeLessThan(20_000);
  }, 60_000);
});
