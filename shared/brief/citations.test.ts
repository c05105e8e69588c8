import { describe, expect, it } from 'vitest';
import { createEntry } from '../story/commands/create-entry.ts';
import { linkEvidence } from '../story/commands/link-evidence.ts';
import type { DraftBlock } from '../story/draft-block.ts';
import { StoryReader } from '../story/reading/reader.ts';
import { plainFromRich } from '../story/rich-text.ts';
import { peer } from '../story/testing/peers.ts';
import type { Brief, BriefOptions } from './brief.ts';
import { buildBrief } from './build.ts';
import { briefHtml } from './html/document.ts';
import { elementsOf } from './testing/elements.suite.ts';

const capture = 'a'.repeat(64);

function canal() {
  const { doc, writer } = peer('alice');
  const captures = [{ hash: capture, name: 's.txt', mediaType: 'text/plain', size: 3, capturedAt: '2021-03-26' }];
  const book = createEntry(writer, {
    kind: 'sources',
    fields: { title: 'Canals', authors: ['Osei, Ama'], published: { edtf: '2015' }, reliability: 'b', captures },
  });
  const log = createEntry(writer, { kind: 'sources', fields: { title: 'Port log', published: { edtf: '2021' } } });
  const passage = createEntry(writer, {
    kind: 'passages',
    fields: {
      source: book,
      capture,
      quote: { exact: 'a gust of 40 knots', prefix: '', suffix: '' },
      position: { start: 0, end: 18, page: 12 },
    },
  });
  const event = createEntry(writer, { kind: 'events', fields: { title: 'Aground', text: 'It struck. It stuck.' } });
  linkEvidence(writer, { from: passage, to: event, relation: 'supports', credibility: '2' });
  linkEvidence(writer, { from: passage, to: { ...event, field: 'date' }, relation: 'supports', credibility: '2' });
  linkEvidence(writer, { from: log, to: event, relation: 'disputes', credibility: '4' });
  const draft = createEntry(writer, { kind: 'drafts', fields: { title: 'What a day is worth' } });
  const blocks: readonly DraftBlock[] = [
    {
      type: 'paragraph',
      spans: [
        { text: 'Gusts.' },
        { text: '', cites: [{ ref: passage }] },
        { text: '', footnote: [{ text: 'Or so.' }] },
        { text: '', cites: [{ ref: log, locator: '3' }] },
      ],
    },
  ];
  const parts = ['drafts', 'events', 'sources'];
  return (options: BriefOptions = {}) =>
    buildBrief(new StoryReader(doc), { parts, draft: { id: draft.id, blocks }, ...options });
}

const main = (brief: Brief) =>
  elementsOf(briefHtml(brief, { stylesheets: [], css: '' })).find(({ name }) => name === 'main')?.text ?? '';
const textsOf = ({ notes }: Brief) => notes.map(({ text }) => plainFromRich(text));

describe('[BR19] what a brief cites', () => {
  it('is in notes with the passage, its grade and its fingerprint, footnotes between; the second note of a source is short', () => {
    const brief = canal()();
    expect(textsOf(brief)).toEqual([
      'Ama Osei, “Canals,” 2015, 12.',
      'Or so.',
      '“Port log,” 2021, 3.',
      'Osei, “Canals,” 12.',
      'Disputes: “Port log.”',
    ]);
    expect(brief.notes[0]).toMatchObject({
      quote: 'a gust of 40 knots',
      grade: 'Usually reliable',
      fingerprint: capture,
    });
    expect(brief.notes[3]).toMatchObject({ quote: 'a gust of 40 knots', grade: 'Usually reliable · Probably true' });
    expect(main(brief)).toContain('Gusts.1,2,3');
    expect(main(brief)).toContain('It struck. It stuck.4,5');
    expect(main(brief)).toMatch(/1 support\S*1 dispute/);
  });

  it('has its fingerprint whole where sources are listed, and then short in notes', () => {
    const make = canal();
    expect(main(make())).toContain(`SHA-256 ${capture}`);
    expect(main(make())).toContain(`Usually reliable. SHA-256 ${capture.slice(0, 12)}…`);
    expect(main(make({ parts: ['drafts'] }))).toContain(`Usually reliable. SHA-256 ${capture}`);
  });

  it('is marked in the text by number or author and date, with a note where there is a passage to read', () => {
    const make = canal();
    expect(main(make({ style: 'numeric' }))).toContain('Gusts.[1, p. 12]1,2[2, p. 3]');
    expect(main(make({ style: 'author-date' }))).toContain('Gusts.(Osei 2015, 12)1,2(“Port log” 2021, 3)');
    const references = make({ style: 'numeric' }).parts.at(-1)?.blocks[0];
    if (references?.type !== 'references') throw new Error('no list');
    expect(references.references.map(({ listed }) => listed?.label)).toEqual(['1', '2']);
  });

  it('is listed where the style needs a list and no sources are printed', () => {
    const make = canal();
    const parts = ['drafts'];
    expect(make({ parts, style: 'numeric' }).parts.at(-1)).toMatchObject({ heading: 'Sources cited' });
    expect(make({ parts, style: 'notes' }).parts.map(({ kind }) => kind)).toEqual(['drafts']);
  });
});

describe('[BR20] depth', () => {
  it('leaves out evidence and all but first sentences where it is short', () => {
    const brief = canal()({ depth: 'short' });
    expect(textsOf(brief)).toHaveLength(3);
    expect(main(brief)).toContain('It struck.');
    expect(main(brief)).not.toContain('It stuck.');
  });
});
