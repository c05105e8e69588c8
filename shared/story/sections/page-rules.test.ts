import { describe, expect, it } from 'vitest';
import type { PageLayout, PageLine, PageParse, PageRule } from '../page-rule.ts';
import { contextsPage } from './contexts/page.ts';
import { eventsPage } from './events/page.ts';
import { indicatorsPage } from './indicators/page.ts';
import { organizationsPage } from './organizations/page.ts';
import { peoplePage } from './people/page.ts';
import { scenariosPage } from './scenarios/page.ts';

/** Parses lines as one block; '' is a blank line. */
function parse(rule: PageRule, texts: readonly string[], layout: PageLayout = 'a'): PageParse {
  const lines = texts.flatMap((text, at): PageLine[] =>
    text === '' ? [] : [{ text, number: at + 1, afterBlank: texts[at - 1] === '' }],
  );
  const heading = { text: 'Heading', number: 0, afterBlank: false };
  return rule.parse({ heading, lines, kin: lines, layout, knownCategories: [] });
}

const fields = (found: PageParse): readonly unknown[] => found.entries.map(({ draft }) => draft.fields);
const doubts = (found: PageParse): readonly unknown[] =>
  found.entries.map((entry) => entry.doubts.map(({ field }) => field));
const texts = (found: PageParse): readonly string[] => found.unsorted.map(({ text }) => text);

describe('[IM17] indicators', () => {
  it('can lack a detail', () => {
    const found = parse(indicatorsPage, ['1', 'Ship', '237', 'Waiting', 'Both ends']);
    expect(fields(found)).toEqual([
      { value: '1', label: 'Ship', detail: '' },
      { value: '237', label: 'Waiting', detail: 'Both ends' },
    ]);
    expect(doubts(found)).toEqual([['detail'], []]);
  });

  it('are grouped by blank lines where there are some', () => {
    const found = parse(indicatorsPage, [
      'None',
      'Casualties',
      '',
      '237',
      'Waiting',
      'Both ends',
      '',
      'Unknown',
      'Damage',
    ]);
    expect(fields(found)).toMatchObject([{ value: 'None' }, { value: '237' }, { value: 'Unknown', label: 'Damage' }]);
  });

  it('leave what is none of them', () => {
    expect(texts(parse(indicatorsPage, ['Show all', '1', 'Ship', 'In the way']))).toEqual(['Show all']);
    expect(texts(parse(indicatorsPage, ['1', 'Ship', 'In the way', 'Show all']))).toEqual(['Show all']);
  });
});

describe('[IM18] people', () => {
  it('without note, without role, with a note on its own line', () => {
    const found = parse(peoplePage, ['A B', 'A B', 'Pilot', 'C D', 'C D', 'E F', 'E F', 'Chairman', '(says no)']);
    expect(fields(found)).toEqual([
      { name: 'A B', role: 'Pilot', note: '' },
      { name: 'C D', role: '', note: '' },
      { name: 'E F', role: 'Chairman', note: 'says no' },
    ]);
  });

  it('keep the printed name where the picture’s differs in its apostrophe', () => {
    expect(fields(parse(peoplePage, ["Mary O'Hara", 'Mary O’Hara', 'Pilot']))).toMatchObject([{ name: 'Mary O’Hara' }]);
  });

  it('without a picture are taken by twos, with a doubt, in the first layout only', () => {
    const lines = ['A B', 'A B', 'Pilot', 'C D', 'Chairman (says no)'];
    expect(doubts(parse(peoplePage, lines))).toEqual([[], ['name']]);
    expect(texts(parse(peoplePage, ['Says it was not the wind.', 'Wants his ship back.'], 'b'))).toHaveLength(2);
    expect(texts(parse(peoplePage, ['See all people on this story and what they said about it.']))).toHaveLength(1);
  });
});

describe('[IM19] organizations', () => {
  it('without status, kind or description', () => {
    const found = parse(organizationsPage, [
      'A',
      'A',
      'Authority',
      'It owns the canal.',
      'B',
      'B',
      'Status: closed',
      'C',
      'C',
    ]);
    expect(fields(found)).toEqual([
      { name: 'A', kind: 'Authority', status: '', note: 'It owns the canal.' },
      { name: 'B', kind: '', status: 'closed', note: '' },
      { name: 'C', kind: '', status: '', note: '' },
    ]);
  });

  it('with a label on a line of its own, and two paragraphs', () => {
    const found = parse(organizationsPage, ['A', 'A', 'Authority', 'Status:', 'closed', 'It owns it.', 'It runs it.']);
    expect(fields(found)).toEqual([
      { name: 'A', kind: 'Authority', status: 'closed', note: 'It owns it.\nIt runs it.' },
    ]);
  });

  it('without a picture are found by their status', () => {
    const found = parse(organizationsPage, [
      'A',
      'A',
      'Authority',
      'Status: x',
      'It owns it.',
      'B',
      'Company',
      'Status: y',
      'It waits.',
    ]);
    expect(fields(found)).toMatchObject([
      { name: 'A', note: 'It owns it.' },
      { name: 'B', kind: 'Company', note: 'It waits.' },
    ]);
    expect(doubts(found)).toEqual([[], ['name']]);
  });

  it('leave descriptions whose name is lost', () => {
    expect(texts(parse(organizationsPage, ['It owns the canal.', 'It waits for the tide.'], 'b'))).toHaveLength(2);
  });
});

describe('[IM20] events', () => {
  it('with one paragraph: a category if it is short and no sentence', () => {
    const found = parse(eventsPage, [
      '1. A',
      'Official Notice',
      '2. B',
      'It is closed.',
      '3. C',
      'Canal closed to all ships',
      '4. D',
    ]);
    expect(fields(found)).toEqual([
      { title: 'A', category: 'Official Notice', text: '' },
      { title: 'B', category: '', text: 'It is closed.' },
      { title: 'C', category: '', text: 'Canal closed to all ships' },
      { title: 'D', category: '', text: '' },
    ]);
  });

  it('keep digits of titles, paragraphs of texts, and numbers inside them', () => {
    const found = parse(eventsPage, [
      '1. 14 tugs',
      'Salvage',
      'They come.',
      '1967. A year of war, said one.',
      '2. 3.5 metres',
      'Tide',
      'It rises.',
    ]);
    expect(fields(found)).toEqual([
      { title: '14 tugs', category: 'Salvage', text: 'They come.\n1967. A year of war, said one.' },
      { title: '3.5 metres', category: 'Tide', text: 'It rises.' },
    ]);
  });

  it('go on after a gap in the numbers, with a doubt', () => {
    const found = parse(eventsPage, ['1. A', 'Tide', 'It rises.', '4. B', 'Tide', 'It falls.']);
    expect(found.entries.map((entry) => entry.doubts.length)).toEqual([0, 1]);
  });

  it('without numbers or bullets are told by their shape', () => {
    const found = parse(eventsPage, ['A', 'Tide', 'It rises.', 'B', 'Tide', 'It falls.']);
    expect(fields(found)).toMatchObject([
      { title: 'A', category: 'Tide' },
      { title: 'B', text: 'It falls.' },
    ]);
    expect(texts(parse(eventsPage, ['It rises and falls, and nobody can say when.']))).toHaveLength(1);
  });

  it('leave a doubtful category open, and say so', () => {
    const found = parse(eventsPage, ['-', 'A', 'McCain visits the canal.', '-', 'B', 'TideIt falls.', '-', 'C'], 'b');
    expect(fields(found)).toEqual([
      { title: 'A', category: '', text: 'McCain visits the canal.' },
      { title: 'B', category: 'Tide', text: 'It falls.' },
      { title: 'C', category: '', text: '' },
    ]);
    expect(doubts(found)).toEqual([['category'], [], []]);
  });
});

describe('[IM21] scenarios', () => {
  it('without trigger or “Discussed by”, and with the last of two triggers', () => {
    const found = parse(scenariosPage, [
      '1',
      'A',
      'It floats.',
      '2',
      'B',
      'Discussed by: x',
      'Key trigger: this. Key trigger: that.',
    ]);
    expect(fields(found)).toEqual([
      { title: 'A', discussedBy: '', text: 'It floats.', trigger: '' },
      { title: 'B', discussedBy: 'x', text: 'Key trigger: this.', trigger: 'that.' },
    ]);
  });

  it('with labels on lines of their own, and a lost number', () => {
    const found = parse(scenariosPage, [
      '1',
      'A',
      'Discussed by:',
      'x',
      'It floats.',
      'Key trigger:',
      'A tide.',
      'B',
      'Discussed by: y',
      'It sinks.',
    ]);
    expect(fields(found)).toEqual([
      { title: 'A', discussedBy: 'x', text: 'It floats.', trigger: 'A tide.' },
      { title: 'B', discussedBy: 'y', text: 'It sinks.', trigger: '' },
    ]);
  });
});

describe('[IM22] contexts', () => {
  const one = ['The closure (1967)', '1967-1975', 'What Happened', 'Ships were trapped.'];

  it('with missing parts', () => {
    const found = parse(contextsPage, [
      ...one,
      'Long Term',
      'Tankers grew.',
      'The grounding (2004)',
      'What Happened',
      'A ship stuck.',
    ]);
    expect(fields(found)).toEqual([
      {
        title: one[0],
        span: '1967-1975',
        whatHappened: one[3],
        shortTerm: '',
        longTerm: 'Tankers grew.',
        relevance: '',
      },
      {
        title: 'The grounding (2004)',
        span: '',
        whatHappened: 'A ship stuck.',
        shortTerm: '',
        longTerm: '',
        relevance: '',
      },
    ]);
  });

  it('with brackets around the years, and years in words', () => {
    const found = parse(contextsPage, [
      'A',
      '(1967-1975)',
      'What Happened',
      'x',
      "Why It's Relevant",
      'y',
      'B',
      'early 1990s',
      'Outcome',
      'Short term: z',
    ]);
    expect(fields(found)).toMatchObject([
      { span: '1967-1975', relevance: 'y' },
      { title: 'B', span: 'early 1990s', shortTerm: 'z' },
    ]);
  });

  it('keep an outcome that is neither short nor long term as unsorted', () => {
    const found = parse(contextsPage, [...one, 'Outcome', 'Trade went round the Cape.']);
    expect(texts(found)).toEqual(['Trade went round the Cape.']);
    expect(found.entries[0]?.doubts).toHaveLength(1);
  });
});
