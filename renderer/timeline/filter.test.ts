import { describe, expect, it } from 'vitest';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { setAnyField } from '../../shared/story/commands/set-field.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import { peer } from '../../shared/story/testing/peers.ts';
import { applyFilter as narrowed, categoriesOf, namesOf, noFilter } from './filter.ts';
import type { TimelineFilter } from './filter.ts';
import type { TimelineItem } from './item.ts';
import { TimelineModel } from './model.ts';

function canal() {
  const { doc, writer } = peer('alice');
  const person = createEntry(writer, { kind: 'people', fields: { name: 'Osama Rabie', spellings: ['Ossama Rabiee'] } });
  const body = createEntry(writer, { kind: 'organizations', fields: { name: 'Suez Canal Authority (SCA)' } });
  const event = (title: string, fields: Readonly<Record<string, unknown>>) =>
    createEntry(writer, { kind: 'events', fields: { title, ...fields } });
  const refs = [
    event('Grounding', { category: 'Salvage', text: 'Rabie inspects the bow.', date: { edtf: '2021-03-23' } }),
    event('Statement', { category: 'Statement', text: 'The SCA suspends navigation.', expected: 'expected' }),
    event('Survey', { category: 'Salvage', text: 'Scattered reports.', actors: [person] }),
  ];
  const reader = new StoryReader(doc);
  return { writer, reader, refs, person, body, model: new TimelineModel(reader) };
}

const none = { disputed: new Set<string>(), supported: new Set<string>() };

function applyFilter(items: readonly TimelineItem[], filter: TimelineFilter, names: readonly string[]) {
  return narrowed(items, filter, names, none);
}

describe('filtering the timeline', () => {
  const titles = (items: readonly { readonly title: string }[]): readonly string[] =>
    items.map((item) => item.title).sort();

  it('finds events that name a person, by surname or as an actor, and only as whole words', () => {
    const { model, reader, person } = canal();
    const actor = `people/${person.id}`;
    const found = applyFilter(model.items(), { ...noFilter, actor }, namesOf(reader, actor));
    expect(titles(found)).toEqual(['Grounding', 'Survey']);
  });

  it('finds an organization by its acronym, but not inside other words', () => {
    const { model, reader, body } = canal();
    const actor = `organizations/${body.id}`;
    expect(titles(applyFilter(model.items(), { ...noFilter, actor }, namesOf(reader, actor)))).toEqual(['Statement']);
  });

  it('narrows by category, state and words together', () => {
    const { model } = canal();
    expect(titles(applyFilter(model.items(), { ...noFilter, categories: ['Salvage'] }, []))).toEqual([
      'Grounding',
      'Survey',
    ]);
    expect(titles(applyFilter(model.items(), { ...noFilter, state: 'undated' }, []))).toEqual(['Statement', 'Survey']);
    expect(titles(applyFilter(model.items(), { ...noFilter, state: 'expected' }, []))).toEqual(['Statement']);
    expect(
      titles(applyFilter(model.items(), { ...noFilter, categories: ['Salvage'], text: 'bow INSPECTS' }, [])),
    ).toEqual(['Grounding']);
    expect(categoriesOf(model.items())).toEqual([
      { name: 'Salvage', count: 2 },
      { name: 'Statement', count: 1 },
    ]);
  });

  it('narrows to what is disputed, and to what nothing supports', () => {
    const { model, refs } = canal();
    const [grounding, statement] = refs.map(({ id }) => id);
    const evidenced = { disputed: new Set([grounding ?? '']), supported: new Set([grounding ?? '', statement ?? '']) };
    const shown = (evidence: TimelineFilter['evidence']) =>
      titles(narrowed(model.items(), { ...noFilter, evidence }, [], evidenced));
    expect(shown('disputed')).toEqual(['Grounding']);
    expect(shown('unsupported')).toEqual(['Survey']);
    expect(shown('all')).toHaveLength(3);
  });

  it('reads only the event that changed again', () => {
    const { model, writer, refs } = canal();
    const before = model.items();
    const [first] = refs;
    if (first === undefined) throw new Error('no event');
    setAnyField(writer, first, 'title', 'The grounding');
    const after = model.items();
    expect(after).not.toBe(before);
    expect(after.filter((item) => before.includes(item))).toHaveLength(2);
    expect(titles(after)).toContain('The grounding');
  });
});
