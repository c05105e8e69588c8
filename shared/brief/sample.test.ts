import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readStoryText, storyJsonFromDraft } from '../imports/index.ts';
import type { EntryRef } from '../story/ref.ts';
import { findSection } from '../story/sections.ts';

const text = readFileSync(new URL('../../resources/samples/six-days-in-the-canal.json', import.meta.url), 'utf8');
const read = readStoryText(text, { fileName: 'six-days-in-the-canal.json', capturedOn: null });
if (!read.ok) throw new Error(read.error.message);
const draft = read.value;
// An object: it was just read as one.
const written = JSON.parse(text) as Readonly<Record<string, unknown>>;

describe('the sample notebook', () => {
  it('is read whole: nothing in it is unknown, misspelt or doubted', () => {
    for (const { draft: entry } of draft.entries) expect(entry.extra, entry.id).toBeUndefined();
    expect(draft.doubts).toEqual([]);
    expect(draft.unsorted).toEqual([]);
  });

  it('comes out as it went in', () => {
    const again = storyJsonFromDraft(draft);
    for (const key of [
      'title',
      'kicker',
      'deck',
      'capturedOn',
      'nextEvent',
      'overview',
      'declaredSourceCount',
    ] as const)
      expect(again[key], key).toEqual(written[key]);
    const plain = (item: object): object =>
      Object.fromEntries(Object.entries(item).filter(([key]) => key !== 'id' && key !== 'extra'));
    for (const key of ['indicators', 'people', 'organizations', 'events', 'scenarios', 'contexts', 'voices'] as const) {
      // The lists of Story JSON hold objects.
      const items = written[key] as readonly object[];
      expect(again[key], key).toEqual(items.map(plain));
    }
  });

  it('refers only to entries that it has, by ids that are there once', () => {
    const ids = draft.entries.map(({ draft: { kind, id } }) => `${kind}/${id ?? ''}`);
    expect(new Set(ids).size).toBe(ids.length);
    const refs = draft.entries.flatMap(({ draft: { kind, fields } }) =>
      Object.entries(findSection(kind)?.fields ?? {}).flatMap(([name, { type }]) => {
        if (type !== 'ref' && type !== 'refs') return [];
        const value: unknown = fields[name] ?? [];
        // Fields of these types hold references; an absent one holds none.
        return (Array.isArray(value) ? value : [value]) as readonly EntryRef[];
      }),
    );
    expect(refs.length).toBeGreaterThan(10);
    for (const { kind, id } of refs) expect(ids).toContain(`${kind}/${id}`);
  });

  it('shows what a notebook can hold', () => {
    const count = (kind: string): number => draft.entries.filter((entry) => entry.draft.kind === kind).length;
    expect(count('events')).toBeGreaterThanOrEqual(14);
    expect(count('indicators')).toBe(6);
    expect(count('people') + count('organizations')).toBe(9);
    expect(count('scenarios')).toBe(4);
    expect(count('contexts')).toBe(3);
    expect(count('voices')).toBe(1);
    expect(count('annotations')).toBeGreaterThan(1);
    const events = draft.entries.filter((entry) => entry.draft.kind === 'events').map((entry) => entry.draft.fields);
    expect(events.some(({ expected }) => expected === 'expected')).toBe(true);
    expect(events.some(({ date }) => date === undefined || date === null)).toBe(true);
    expect(new Set(events.map(({ nature }) => nature ?? 'event'))).toEqual(
      new Set(['event', 'statement', 'allegation', 'forecast']),
    );
  });
});
