import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ImportDraft } from '../../story/import-draft.ts';
import { applyImport } from '../../story/commands/apply-import.ts';
import { StoryReader } from '../../story/reading/reader.ts';
import { peer } from '../../story/testing/peers.ts';
import { changesOfDraft, chosenChanges, currentStory, planUpdate, readPage, storyJsonFromDraft } from '../index.ts';

const folder = fileURLToPath(new URL('../../../../shared/stories/', import.meta.url));
// The example pages are not part of the project: where the folder is absent these tests are skipped, and say so here.
const here = existsSync(`${folder}peace-2026-01-29.txt`);
if (!here) console.warn('Skipped: the example pages are not beside the project (../shared/stories).');

function readExample(fileName: string): ImportDraft {
  const read = readPage(readFileSync(`${folder}${fileName}`), { fileName, capturedOn: null });
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
}

interface Item {
  readonly [key: string]: string | null;
}

function listsOf(draft: ImportDraft): Record<string, readonly Item[]> {
  // Only the lists are looked at through this type.
  return storyJsonFromDraft(draft) as unknown as Record<string, readonly Item[]>;
}

const filled = (items: readonly Item[] | undefined, keys: readonly string[]): boolean =>
  (items ?? []).every((item) => keys.every((key) => (item[key] ?? '').length > 0));

describe.skipIf(!here)('[IM4] the example page in the first layout', () => {
  const draft = here ? readExample('peace-2026-01-29.txt') : null;
  const lists = draft === null ? {} : listsOf(draft);

  it('has its head', () => {
    expect(draft?.format).toBe('page-a');
    expect(draft?.story).toMatchObject({ nextInDays: 3, nextDate: null, declaredSourceCount: 53 });
    expect(draft?.story.title).toMatch(/^The Race .* Peace$/);
    expect(draft?.story.kicker?.split(' ')).toHaveLength(3);
    expect(draft?.story.deck).toMatch(/^Trump, .* ones$/);
    expect(draft?.story.capturedOn).toBeUndefined();
    expect(draft?.unsorted.filter(({ under }) => under === '')).toHaveLength(4);
    expect(draft?.doubts).toEqual([]);
  });

  it('has every entry with every part', () => {
    const counts = { indicators: 5, people: 7, organizations: 2, events: 27, scenarios: 4, contexts: 3 };
    for (const [key, count] of Object.entries(counts)) expect(lists[key], key).toHaveLength(count);
    expect(filled(lists['indicators'], ['value', 'label', 'detail'])).toBe(true);
    expect(filled(lists['people'], ['name', 'role', 'note'])).toBe(true);
    expect(filled(lists['organizations'], ['name', 'kind', 'status', 'note'])).toBe(true);
    expect(filled(lists['events'], ['title', 'category', 'text'])).toBe(true);
    expect(filled(lists['scenarios'], ['title', 'discussedBy', 'text', 'trigger'])).toBe(true);
    const parts = ['title', 'span', 'whatHappened', 'shortTerm', 'longTerm', 'relevance'];
    expect(filled(lists['contexts'], parts)).toBe(true);
    expect(draft?.entries.flatMap(({ doubts }) => doubts)).toEqual([]);
  });

  it('keeps order, digits at the beginning of titles, and quotation marks', () => {
    expect(lists['indicators']?.map(({ value }) => value)).toEqual(['1', '15,000', '35', '20%', '76%']);
    const titles = lists['events']?.map(({ title }) => title);
    expect(titles?.[0]).toMatch(/^Second Round of Trilateral Talks/);
    expect(titles?.[18]).toMatch(/^26 Countries/);
    expect(titles?.[26]).toMatch(/^Russia Launches/);
    expect(lists['people']?.[4]?.['note']).toMatch(/'fundamental importance'$/);
    expect(lists['organizations']?.[1]?.['name']).toMatch(/\(NATO\)$/);
    expect(lists['contexts']?.[2]?.['span']).toBe('1953-present');
  });

  it('has two paragraphs of overview and one voice', () => {
    expect(lists['overview']).toHaveLength(2);
    expect(lists['voices']).toHaveLength(1);
    expect(filled(lists['voices'], ['name', 'lifespan', 'era', 'field', 'text'])).toBe(true);
  });
});

describe.skipIf(!here)('[IM5] the example page in the second layout', () => {
  const draft = here ? readExample('peace-2025-12-30.txt') : null;
  const lists = draft === null ? {} : listsOf(draft);

  it('has its events, with the category taken off the text', () => {
    expect(draft?.format).toBe('page-b');
    expect(lists['events']).toHaveLength(15);
    expect(filled(lists['events'], ['title', 'category', 'text'])).toBe(true);
    expect([...new Set(lists['events']?.map(({ category }) => category))].sort()).toEqual([
      'Announcement',
      'Diplomatic',
      'Military',
      'Statement',
    ]);
    expect(lists['events']?.[1]?.['text']).toMatch(/^Hour-long call/);
  });

  it('has overview, scenarios and contexts', () => {
    expect(lists['overview']).toHaveLength(2);
    expect(lists['scenarios']).toHaveLength(4);
    expect(filled(lists['scenarios'], ['title', 'discussedBy', 'text', 'trigger'])).toBe(true);
    expect(lists['contexts']).toHaveLength(3);
    expect(filled(lists['contexts'], ['title', 'span', 'whatHappened', 'shortTerm', 'longTerm', 'relevance'])).toBe(
      true,
    );
  });

  it('has no voices', () => {
    expect(lists['voices']).toEqual([]);
  });

  it('keeps the orphaned lines, and asks for the title', () => {
    expect(draft?.unsorted.map(({ under }) => under)).toEqual(['Organizations Involved', 'Organizations Involved']);
    expect(draft?.doubts).toMatchObject([{ field: 'title' }]);
    expect(draft?.entries.flatMap(({ doubts }) => doubts)).toEqual([]);
  });
});

describe.skipIf(!here)('[IM3] the articles beside the example pages', () => {
  it.each(['source-rferl.txt', 'source-atlantic-council.txt'])(
    '%s is no story page, and is offered as text',
    (fileName) => {
      const bytes = here ? readFileSync(`${folder}${fileName}`) : new Uint8Array();
      const read = readPage(bytes, { fileName, capturedOn: null });
      expect(read).toMatchObject({ ok: false, error: { reason: 'no-heading' } });
      expect(!read.ok && read.error.text?.length).toBeGreaterThan(1000);
    },
  );
});

describe.skipIf(!here)('[IM24] the notebook of the earlier page, updated from the later', () => {
  it('takes the twelve new events where the page has them, and doubles none', async () => {
    const { doc, writer } = peer('alice');
    await applyImport(writer, changesOfDraft(readExample('peace-2025-12-30.txt')));
    const reader = new StoryReader(doc);
    const later = readExample('peace-2026-01-29.txt');
    const plan = planUpdate(currentStory(reader), later);
    const events = plan.items.filter(({ kind }) => kind === 'events');
    expect(events.filter(({ status }) => status === 'new')).toHaveLength(12);
    expect(events.filter(({ status }) => status === 'same')).toHaveLength(15);
    await applyImport(writer, chosenChanges(plan));
    const titles = reader.list('events').map(({ fields }) => fields.title);
    const printed = later.entries
      .filter(({ draft }) => draft.kind === 'events')
      .map(({ draft }) => draft.fields['title']);
    expect(titles.toSorted()).toEqual(printed.toSorted());
    // Two events change places between the pages; the notebook's own order of what it knows stays.
    expect(titles.filter((title, at) => title !== printed[at])).toHaveLength(2);
  });
});
