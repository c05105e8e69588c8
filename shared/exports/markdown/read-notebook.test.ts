import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesOfDraft, readStoryText } from '../../imports/index.ts';
import { applyImport } from '../../story/commands/apply-import.ts';
import { createEntry } from '../../story/commands/create-entry.ts';
import { linkEvidence } from '../../story/commands/link-evidence.ts';
import { setStoryField } from '../../story/commands/set-field.ts';
import { dateInWords } from '../../story/dates/index.ts';
import type { StoryDate } from '../../story/dates/index.ts';
import type { EntryDraft } from '../../story/entry.ts';
import type { Field, LogItem } from '../../story/fields.ts';
import type { ImportDraft } from '../../story/import-draft.ts';
import { wholeStory } from '../../story/evidence-ends.ts';
import { StoryReader } from '../../story/reading/reader.ts';
import { plainFromRich } from '../../story/rich-text.ts';
import type { RichText } from '../../story/rich-text.ts';
import { findSection, sectionList } from '../../story/sections.ts';
import { peer } from '../../story/testing/peers.ts';
import { anyEvent, anyWords, notebook } from '../testing/notebook.suite.ts';
import { notebookMarkdownIn, readNotebookMarkdown } from './read-notebook.ts';
import { writeMarkdown } from './write.ts';

const words = (text: string): string => text.replaceAll('\0', '\ufffd').split(/\s+/).filter(Boolean).join(' ');
const lines = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map(words)
    .filter(Boolean)
    .join('\n');

function back(markdown: string): ImportDraft {
  const text = notebookMarkdownIn(markdown);
  if (text === null) throw new Error('no notebook');
  let made = 0;
  return readNotebookMarkdown(text, {
    fileName: 'story.md',
    capturedOn: null,
    newId: () => `new-${String((made += 1))}`,
  });
}

const anyDate = anyEvent.map(({ fields }) => fields.date);

/** A value that a field may have. */
function anyValue(field: Field<unknown>): fc.Arbitrary<unknown> {
  const ref = fc.constantFrom({ kind: 'people', id: 'a b' }, { kind: 'events', id: '1', field: 'text' });
  switch (field.type) {
    case 'line':
    case 'prose':
      return anyWords;
    case 'rich':
      return anyWords.map((text) => (text === '' ? [] : [{ text }]));
    case 'date':
      return anyDate;
    case 'day':
      return fc.constantFrom(null, '2021-03-26');
    case 'number':
      return fc.constantFrom(null, 0, -2.5, 53);
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...Object.keys(field.choices ?? {}));
    case 'lines':
      return fc.array(anyWords, { maxLength: 3 });
    case 'ref':
      return fc.constantFrom(null, { kind: 'people', id: 'a' });
    case 'refs':
      return fc.array(ref, { maxLength: 2 });
    case 'log':
      return fc.array(
        fc.record({ value: anyWords, on: anyDate, recordedAt: fc.constant('') }, { noNullPrototype: true }),
        { maxLength: 2 },
      );
    default:
      return fc.constant(field.empty);
  }
}

/** An entry of any section that has a place in Markdown. */
const anyEntry: fc.Arbitrary<EntryDraft> = fc
  .constantFrom(...sectionList.filter(({ attached, kind }) => attached !== true && kind !== 'drafts'))
  .chain(({ kind, fields }) => {
    const values = Object.entries(fields).map(([name, field]) => [name, anyValue(field)] as const);
    return fc.record({ kind: fc.constant(kind), fields: fc.record(Object.fromEntries(values)) });
  });

/** What Markdown can say of a value. */
function said(field: Field<unknown>, value: unknown): unknown {
  // What a field of this type holds; as below.
  if (field.type === 'line') return words(value as string);
  // As above.
  if (field.type === 'prose') return lines(value as string);
  // As above.
  if (field.type === 'date') return value === null ? null : words(dateInWords(value as StoryDate));
  // As above.
  if (field.type === 'rich') return lines(plainFromRich(value as RichText));
  // As above.
  if (field.type === 'lines') return (value as readonly string[]).map(words).filter(Boolean);
  if (field.type === 'log')
    // As above.
    return (value as readonly LogItem[])
      .map((item) => [words(item.value), item.on === null ? '' : words(dateInWords(item.on))])
      .filter((item) => item.join('') !== '');
  return value;
}

/** The fields of an entry that Markdown has, as it has them; those that are empty are left out. */
function shown({ kind, fields }: EntryDraft): Readonly<Record<string, unknown>> {
  const set = findSection(kind)?.fields ?? {};
  const pairs = Object.entries(set).flatMap(([name, field]) => {
    const value = said(field, fields[name] ?? field.empty);
    const isHere = field.internal !== true && JSON.stringify(value) !== JSON.stringify(said(field, field.empty));
    return isHere ? [[name, value] as const] : [];
  });
  return Object.fromEntries(pairs);
}

async function asNotebook(draft: ImportDraft): Promise<StoryReader> {
  const { doc, writer } = peer('ada');
  await applyImport(writer, changesOfDraft(draft));
  return new StoryReader(doc);
}

describe('a notebook that leaves as Markdown', () => {
  it('[EX60] comes back with every field that Markdown can say, of every section', () => {
    for (const one of sectionList.filter(({ attached }) => attached !== true)) {
      if (one.kind === 'drafts') continue;
      const entry = { ...one.fixture(), id: `the-${one.kind}` };
      const { entries, unsorted } = back(writeMarkdown(notebook({ title: 'Six days' }, [entry]), [], () => null));
      expect(unsorted, one.kind).toEqual([]);
      expect(
        entries.map(({ draft }) => [draft.kind, draft.id]),
        one.kind,
      ).toEqual([[one.kind, entry.id]]);
      const [read] = entries;
      expect(read === undefined ? null : shown(read.draft), one.kind).toEqual(shown(entry));
    }
  });

  it('[EX60] comes back with its head and its overview', () => {
    const story = {
      title: 'Six days *in* the canal',
      kicker: 'Chokepoints',
      deck: 'One ship, one gust',
      capturedOn: '2021-03-26',
      nextTitle: 'Spring tide',
      nextInDays: 2,
      nextDate: { edtf: '2021-03-28~', words: 'about the 28th' },
      declaredSourceCount: 53,
    };
    const overview: RichText = [{ text: 'Wind, ' }, { text: 'it is said', italic: true }, { text: '.\nOr not.' }];
    const read = back(writeMarkdown(notebook({ ...story, overview }, []), [], () => null));
    expect(read.story).toEqual({ ...story, overview });
    expect(read.unsorted).toEqual([]);
    expect(back(writeMarkdown(notebook({}, []), [], () => null)).story).toEqual({ title: '' });
  });

  it('[EX60] comes back with any timeline, whatever its words are', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 3 }), anyWords, (events, title) => {
        const reader = notebook({ title: `A ${title}` }, events);
        const read = back(writeMarkdown(reader, [], () => null));
        const stored = reader.list('events');
        expect(words(read.story.title ?? '')).toBe(words(`A ${title}`));
        expect(read.unsorted).toEqual([]);
        expect(read.entries.map(({ draft }) => draft.id)).toEqual(stored.map(({ id }) => id));
        expect(read.entries.map(({ draft }) => shown(draft))).toEqual(stored.map(shown));
        // Events have this field.
        expect(read.entries.map(({ draft }) => (draft.fields['date'] as StoryDate | undefined)?.edtf)).toEqual(
          stored.map(({ fields }) => fields.date?.edtf),
        );
      }),
    );
  });

  it('[EX60] comes back with any entry, whatever its fields are', () => {
    fc.assert(
      fc.property(anyEntry, (entry) => {
        const read = back(writeMarkdown(notebook({ title: 'Six days' }, [{ ...entry, id: 'it' }]), [], () => null));
        expect(read.unsorted).toEqual([]);
        expect(read.entries.map(({ draft }) => draft.id)).toEqual(['it']);
        expect(read.entries.map(({ draft }) => shown(draft))).toEqual([shown(entry)]);
      }),
      { numRuns: 500 },
    );
  });

  it('[EX60] comes back with its drafts, also those called like a section', () => {
    const reader = notebook({ title: 'Six days' }, [
      { kind: 'drafts', id: 'one', fields: { title: 'Timeline' } },
      { kind: 'drafts', id: 'two', fields: { title: '' } },
      { kind: 'sources', id: 'notice', fields: { title: 'Notice', address: 'https://canal.example/7' } },
    ]);
    const texts = [
      {
        id: 'one',
        blocks: [
          { type: 'heading' as const, level: 1 as const, spans: [{ text: 'Sources' }] },
          {
            type: 'paragraph' as const,
            spans: [{ text: 'Delay is not loss ' }, { text: '', cites: [{ ref: { kind: 'sources', id: 'notice' } }] }],
          },
        ],
      },
      { id: 'two', blocks: [{ type: 'paragraph' as const, spans: [{ text: 'Waiting.', bold: true as const }] }] },
    ];
    const read = back(writeMarkdown(reader, texts, () => null));
    expect(read.texts).toEqual(texts);
    expect(read.entries.map(({ draft: { kind, id, fields } }) => [kind, id, fields['title']])).toEqual([
      ['drafts', 'one', 'Timeline'],
      ['drafts', 'two', ''],
      ['sources', 'notice', 'Notice'],
    ]);
  });

  it('[EX60] gives the same text again once it is a notebook again', async () => {
    const sample = readFileSync(
      new URL('../../../resources/samples/six-days-in-the-canal.json', import.meta.url),
      'utf8',
    );
    const read = readStoryText(sample, { fileName: 'sample.json', capturedOn: null });
    if (!read.ok) throw new Error(read.error.message);
    const texts = read.value.texts ?? [];
    const first = writeMarkdown(await asNotebook(read.value), texts, () => null);
    const again = back(first);
    expect(again.unsorted).toEqual([]);
    // Notes on evidence are words only, and the evidence itself is not in it.
    const bare = await asNotebook({
      ...read.value,
      entries: read.value.entries.filter(({ draft }) => draft.kind !== 'evidence'),
    });
    const known = (text: string): string => text.replace(/ada-\d+/g, 'made');
    expect(known(writeMarkdown(await asNotebook(again), again.texts ?? [], () => null))).toBe(
      known(writeMarkdown(bare, texts, () => null)),
    );
  });

  it('[EX60] says what the evidence says, which is no field of an entry', () => {
    const { doc, writer } = peer('ada');
    const fields = { value: '$9.6bn', label: 'Trade held up' };
    const indicator = createEntry(writer, { kind: 'indicators', fields });
    const source = createEntry(writer, { kind: 'sources', fields: { title: 'Insurers’ *briefing*' } });
    const to = { ...indicator, field: 'value' };
    linkEvidence(writer, { from: source, to, relation: 'disputes', value: '$6–10bn' });
    const open = writeMarkdown(new StoryReader(doc), [], () => null);
    expect(open).toContain('- **Disputed:** Insurers’ \\*briefing\\*: $6–10bn');
    expect(open).toContain('### Trade held up: value\n\n<!-- backstory:found -->');
    setStoryField(writer, 'overview', [{ text: 'Six days.' }]);
    linkEvidence(writer, { from: source, to: { ...wholeStory, field: 'overview' }, relation: 'supports' });
    expect(writeMarkdown(new StoryReader(doc), [], () => null)).toMatch(/\n\nSix days\.\[\^\d\]\n\n## Key/);
    const kept = { title: 'What a day costs', about: [to], state: 'settled', judgement: [{ text: 'Two methods.' }] };
    createEntry(writer, { kind: 'contradictions', fields: kept });
    const judged = writeMarkdown(new StoryReader(doc), [], () => null);
    expect(judged).toContain('- **Said by Insurers’ \\*briefing\\*:** Disputes · $6–10bn');
    for (const [text, about] of [[open, []] as const, [judged, [kept]] as const]) {
      const { entries, unsorted } = back(text);
      expect(unsorted).toEqual([]);
      expect(entries.map(({ draft }) => draft.fields)).toEqual([fields, ...about, { title: 'Insurers’ *briefing*' }]);
    }
  });

  it('[EX61] says how many notes on evidence were left out', () => {
    const text = '# A\n\n<!-- backstory:notebook -->\n\n## People\n\n### Noor\n\nSays so.[^1]\n\n[^1]: A notice.\n';
    const { doubts, entries } = back(text);
    expect(doubts.map(({ message }) => message)).toEqual([
      'A note on evidence was left out: Markdown has evidence as words only. Story JSON and notebook files bring it back.',
    ]);
    expect(entries.map(({ draft }) => draft.fields)).toEqual([{ name: 'Noor', note: 'Says so.' }]);
  });
});

describe('a notebook in Markdown that was edited by hand', () => {
  const start = '# Six days\n\n<!-- backstory:notebook -->\n\n';

  it('[EX62] has new entries, with or without their lines', () => {
    const { entries, unsorted } = back(
      `${start}## timeline\n\n### Tugs arrive\n\n- **When:** 25 March 2021\n- **kind:** forecast\n- **State:** Expected\n\nTwo of them.\n\n### Later\n`,
    );
    expect(entries.map(({ draft }) => draft)).toEqual([
      {
        kind: 'events',
        fields: {
          title: 'Tugs arrive',
          date: { edtf: '2021-03-25' },
          nature: 'forecast',
          expected: 'expected',
          text: 'Two of them.',
        },
      },
      { kind: 'events', fields: { title: 'Later' } },
    ]);
    expect(unsorted).toEqual([]);
  });

  it('[EX62] loses no word that has no place', () => {
    const { entries, unsorted, texts } = back(
      `${start}Loose.\n\n- **Mood:** calm\n\n## Timeline\n\nAbove.\n\n### One\n\n- **When:** some day\n- **Weather:** windy\n- plain\n\n> Quoted\n\n## My notes\n\n### Below\n\nWords.\n\n# Another\n\nEnd.\n`,
    );
    expect(entries.map(({ draft }) => draft)).toEqual([
      { kind: 'events', fields: { title: 'One', text: 'When: some day\nWeather: windy\nplain\nQuoted' } },
      { kind: 'drafts', id: 'new-1', fields: { title: 'My notes' } },
    ]);
    expect(texts?.map(({ blocks }) => blocks)).toEqual([
      [
        { type: 'heading', level: 1, spans: [{ text: 'Below' }] },
        { type: 'paragraph', spans: [{ text: 'Words.' }] },
      ],
    ]);
    expect(unsorted.map(({ text, under }) => [under, text])).toEqual([
      ['', 'Loose.\nMood: calm'],
      ['Timeline', 'Above.'],
      ['', 'Another'],
      ['', 'End.'],
    ]);
  });

  it('[EX62] keeps the lines of other programs, every part of an overview, and no entry that only the notebook makes', () => {
    const front = '---\ntitle: Six days\ntags: [canal]\n---\n\n';
    const link = '### A link\n\n<!-- backstory:evidence/e -->\n\nWords.\n\n';
    const { story, entries, unsorted, texts } = back(
      `${front}<!-- backstory:notebook -->\n\n## Overview\n\nWind.\n\n## Overview\n\nSand.\n\n## Evidence\n\n${link}`,
    );
    expect(story).toEqual({ title: 'Six days', overview: [{ text: 'Wind.\nSand.' }] });
    expect(entries.map(({ draft }) => draft.kind)).toEqual(['drafts']);
    expect(texts?.map(({ blocks }) => blocks)).toEqual([[{ type: 'heading', level: 1, spans: [{ text: 'A link' }] }]]);
    expect(unsorted.map(({ text }) => text)).toEqual(['tags: [canal]', 'Words.']);
  });

  it('[EX62] takes an id once, and none that is no id', () => {
    const entry = (id: string): string => `### A\n\n<!-- backstory:people/${id} -->\n\n`;
    const { entries } = back(`${start}## People\n\n${entry('a')}${entry('a')}${entry('%2Fb')}`);
    expect(entries.map(({ draft }) => draft.id)).toEqual(['a', undefined, undefined]);
  });

  it('[EX46] is words as a whole where it is nested as only an attack nests it', () => {
    const deep = `${start}${'> '.repeat(200)}x`;
    expect(back(deep).unsorted).toEqual([{ text: deep, under: '', line: 1 }]);
    expect(plainFromRich(back(`${start}## Overview\n\n<b>bold</b>`).story.overview ?? [])).toBe('<b>bold</b>');
  });

  it('is no other Markdown', () => {
    expect(notebookMarkdownIn('# Six days\n\n## Timeline\n')).toBeNull();
    expect(notebookMarkdownIn(new TextEncoder().encode(start))).toBe(start);
  });
});
