import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStoryText } from '../imports/index.ts';
import { createEntry } from '../story/commands/create-entry.ts';
import { setAnyField } from '../story/commands/set-field.ts';
import type { ImportDraft } from '../story/import-draft.ts';
import { StoryReader } from '../story/reading/reader.ts';
import { sectionList } from '../story/sections.ts';
import { peer } from '../story/testing/peers.ts';
import type { Brief, BriefOptions } from './brief.ts';
import { briefChoices, buildBrief } from './build.ts';
import { briefHtml } from './html/document.ts';
import { inputFromImport } from './input-from-import.ts';
import { anyDraft } from './testing/any-draft.suite.ts';
import { elementsOf } from './testing/elements.suite.ts';

const empty: ImportDraft = { format: 'story-json', fileName: '', story: {}, entries: [], unsorted: [], doubts: [] };
const frame = { stylesheets: [], css: '' };

function sample(): ImportDraft {
  const text = readFileSync(new URL('../../resources/samples/six-days-in-the-canal.json', import.meta.url), 'utf8');
  const draft = readStoryText(text, { fileName: 'six-days-in-the-canal.json', capturedOn: null });
  if (!draft.ok) throw new Error(draft.error.message);
  return draft.value;
}

function briefOf(draft: ImportDraft, options: BriefOptions = {}) {
  return buildBrief(inputFromImport(draft), options);
}

const wordsIn = (brief: Brief) => elementsOf(briefHtml(brief, frame)).find(({ name }) => name === 'main')?.text ?? '';
const kindsOf = (draft: ImportDraft, options: BriefOptions = {}) =>
  briefOf(draft, options).parts.map(({ kind }) => kind);

describe('buildBrief', () => {
  it('[BR1] gives the sample notebook its cover', () => {
    const { parts, ...cover } = briefOf(sample(), { authors: ['Mara Riedel'] });
    expect(cover).toEqual({
      language: 'en',
      kicker: 'Chokepoints',
      title: 'Six Days in the Canal',
      deck: 'One ship, one gust, and the price of a single route',
      authors: ['Mara Riedel'],
      asOf: '2021-03-26',
      asKnownOn: 'As known on 26 March 2021',
      sources: '5 sources',
      next: { when: 'In 2 days', title: 'Spring tide raises the water, the best chance yet to refloat' },
      date: '',
      titlePage: false,
      contents: false,
      notesAt: 'foot',
      notes: [],
      images: new Map(),
    });
    expect(parts.length).toBeGreaterThan(7);
  });

  it('[BR2] orders the parts of the sample as the registry says', () => {
    const printed = ['overview', 'indicators', 'events', 'people', 'organizations', 'scenarios', 'contexts', 'voices'];
    expect(kindsOf(sample()).slice(0, printed.length)).toEqual(printed);
    expect(kindsOf(sample()).at(-1)).toBe('sources');
  });

  it('[BR2] prints the chosen parts in the chosen order, each once', () => {
    const parts = ['scenarios', 'overview', 'scenarios', 'nonsense', 'drafts'];
    const brief = briefOf(sample(), { parts });
    expect(brief.parts.map(({ kind, heading }) => [kind, heading])).toEqual([
      ['scenarios', 'Scenarios'],
      ['overview', 'Overview'],
    ]);
  });

  it('[BR2] gives the overview no heading right under the cover', () => {
    expect(briefOf(sample()).parts[0]?.heading).toBeNull();
  });

  it('[BR3] says what is missing where nothing is there, or nothing was chosen', () => {
    const nothing = briefOf(empty);
    expect(nothing.title).toBe('Untitled story');
    expect(wordsIn(nothing)).toMatch(/still empty.*timeline/);
    expect(wordsIn(briefOf(sample(), { parts: [] }))).toMatch(/None of the parts/);
  });

  it('[BR3] makes a brief of any notebook, and offers as choices exactly what it prints', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const input = inputFromImport(draft);
        const filled = briefChoices(input).filter((choice) => choice.filled);
        const kinds = buildBrief(input).parts.map(({ kind }) => kind);
        expect(kinds).toEqual(filled.length === 0 ? ['remark'] : filled.map(({ kind }) => kind));
      }),
      { numRuns: 60 },
    );
  });

  it('[BR6] prints the chosen draft under its title, with the titles that entries have now', () => {
    const { doc, writer } = peer('alice');
    const person = createEntry(writer, { kind: 'people', fields: { name: 'Ossama Rabiee' } });
    const draft = createEntry(writer, { kind: 'drafts', fields: { title: 'What a day is worth' } });
    createEntry(writer, { kind: 'drafts', fields: { title: 'Another' } });
    setAnyField(writer, person, 'name', 'Osama Rabie');
    const gone = { kind: 'people', id: 'gone' };
    const blocks = [
      {
        type: 'paragraph' as const,
        spans: [
          { text: 'Ossama Rabiee', ref: person },
          { text: ' and Nobody', ref: gone },
        ],
      },
    ];
    const brief = buildBrief(new StoryReader(doc), { draft: { id: draft.id, blocks } });
    const part = brief.parts.find(({ kind }) => kind === 'drafts');
    expect(part?.heading).toBe('What a day is worth');
    expect(wordsIn(brief)).toContain('Osama Rabie and Nobody');
    expect(part?.blocks).toEqual([
      {
        type: 'draft',
        title: 'What a day is worth',
        blocks: [
          {
            type: 'paragraph',
            spans: [
              { text: 'Osama Rabie', ref: person },
              { text: ' and Nobody', ref: gone },
            ],
          },
        ],
      },
    ]);
    expect(buildBrief(new StoryReader(doc)).parts.map(({ kind }) => kind)).toEqual(['people']);
  });
});

describe.each(
  sectionList.filter(({ brief }) => brief !== undefined).map((section) => [section.kind, section] as const),
)('[ST12] section %s', (kind, section) => {
  it('stands in the brief', () => {
    const { doc, writer } = peer('alice');
    const ref = createEntry(writer, section.fixture());
    const reader = new StoryReader(doc);
    const brief = buildBrief(reader, { draft: { id: ref.id, blocks: [] } });
    expect(brief.parts.map((part) => part.kind)).toEqual([kind]);
    const words = elementsOf(briefHtml(brief, frame)).find(({ name }) => name === 'main')?.text ?? '';
    expect(words).toContain(reader.titleOf(ref));
  });
});
