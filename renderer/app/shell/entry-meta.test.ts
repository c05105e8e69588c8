import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../shared/story/entry.ts';
import { section } from '../../../shared/story/sections.ts';
import type { SectionKind } from '../../../shared/story/sections.ts';
import { entryMeta } from './entry-meta.ts';

function entry(kind: SectionKind, fields: Readonly<Record<string, unknown>>): Entry {
  const empty = Object.fromEntries(Object.entries(section(kind).fields).map(([name, { empty }]) => [name, empty]));
  const own = { rank: 'a', createdAt: '', createdBy: '', deletedAt: null, deletedBy: '', problems: [], extra: {} };
  return { kind, id: 'one', ...own, fields: { ...empty, ...fields } };
}

describe('entryMeta', () => {
  it('says when, what and of which sort', () => {
    const fields = { date: { edtf: '2021-03-23' }, time: '07:40', zone: 'local', category: 'Salvage' };
    expect(entryMeta(entry('events', fields))).toBe('23 March 2021, 07:40 local · Event · Salvage');
  });

  it('keeps the wording a date was given in', () => {
    const fields = { date: { edtf: '2021-03-01/2021-03-10', words: 'early March 2021' }, nature: 'forecast' };
    expect(entryMeta(entry('events', fields))).toBe('early March 2021 · Forecast');
  });

  it('says what the section says where nothing else is known, and leaves long texts out', () => {
    expect(entryMeta(entry('people', {}))).toBe('Person');
    expect(entryMeta(entry('people', { role: 'x'.repeat(200) }))).toBe('Person');
  });
});
