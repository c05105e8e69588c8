import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../captures/markdown/read-markdown.ts';
import { blockText, draftText } from '../../story/draft-block.ts';
import type { DraftBlock, DraftSpan } from '../../story/draft-block.ts';
import { section, sectionList } from '../../story/sections.ts';
import { anyEvent, anyWords, notebook } from '../testing/notebook.suite.ts';
import { Apparatus } from './apparatus.ts';
import { draftBlocksOf } from './drafts.ts';
import { lineOf, paragraphsOf } from './escape.ts';
import { readDraftMarkdown } from './read-draft.ts';
import { spansOf } from './spans.ts';
import { writeMarkdown } from './write.ts';

const words = (text: string): string => text.replaceAll('\0', '\ufffd').split(/\s+/).filter(Boolean).join(' ');
const back = (markdown: string): string => words(readMarkdown(markdown, 'notes.md').text);
/** As our own reader of drafts has it, who knows striking out and tasks. */
const draftBack = (markdown: string): string => words(draftText(readDraftMarkdown(markdown).blocks));
const none = (): Apparatus => new Apparatus({ titleOf: () => null, nameOf: () => '', picture: () => null });

const anySpan: fc.Arbitrary<DraftSpan> = fc
  .record({
    text: anyWords,
    marks: fc.subarray(['bold', 'italic', 'code', 'strike'] as const),
    link: fc.constantFrom('', '', 'https://canal.example/a_(b)?c=1&copy=<2>&d=\\*', 'javascript:alert(1)'),
  })
  .map(({ text, marks, link }) => ({
    text,
    ...Object.fromEntries(marks.map((mark) => [mark, true])),
    ...(link === '' ? {} : { link }),
  }));
const anySpans = fc.array(anySpan, { maxLength: 4 });

const anyBlock: fc.Arbitrary<DraftBlock> = fc.oneof(
  fc.record({ type: fc.constant('heading' as const), level: fc.constantFrom(1 as const, 3 as const), spans: anySpans }),
  fc.record({ type: fc.constantFrom('paragraph' as const, 'quote' as const), spans: anySpans }),
  fc.record({
    type: fc.constant('list' as const),
    ordered: fc.boolean(),
    items: fc.array(fc.record({ spans: anySpans, depth: fc.integer({ min: 0, max: 3 }), ordered: fc.boolean() }), {
      maxLength: 5,
    }),
  }),
);

const blockWords = (block: DraftBlock): string => blockText(block);

describe('Markdown', () => {
  it('[EX40] gives the same words when it is read, whatever they are', () => {
    fc.assert(
      fc.property(anyWords, (text) => {
        expect(back(lineOf(text))).toBe(words(text));
        expect(back(paragraphsOf(text).join('\n\n'))).toBe(words(text));
        expect(back(`| a |\n| --- |\n| ${lineOf(text)} |`)).toBe(words(`a ${text}`));
      }),
      { numRuns: 500 },
    );
  });

  it('[EX41] gives the same words with marks and links', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        expect(draftBack(spansOf(spans, null))).toBe(words(spans.map(({ text }) => text).join('')));
      }),
      { numRuns: 500 },
    );
    for (const text of ['\u{10f86}', '\u{11a3f}', 'a', ''])
      expect(back(spansOf([{ text: 'a' }, { text }, { text: '=1', bold: true }, { text }], null))).toBe(
        `a${text}=1${text}`,
      );
    const spans: readonly DraftSpan[] = [
      { text: 'Delay is ' },
      { text: 'not ', bold: true },
      { text: 'loss', italic: true },
      { text: ', see ' },
      { text: 'the notice!', link: 'https://canal.example/7' },
    ];
    expect(spansOf(spans, null)).toBe('Delay is **not** *loss*, see [the notice!](<https://canal.example/7>)');
  });

  it('[EX42] gives the same words of drafts', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 5 }), (blocks) => {
        expect(draftBack(draftBlocksOf(blocks, none(), 2).join('\n\n'))).toBe(words(blocks.map(blockWords).join('\n')));
      }),
      { numRuns: 500 },
    );
  });

  it('[EX42] writes lists in lists', () => {
    const item = (text: string, depth: number, ordered: boolean) => ({ spans: [{ text }], depth, ordered });
    const items = [item('a', 0, false), item('b', 1, true), item('c', 1, true), item('d', 0, false)];
    expect(draftBlocksOf([{ type: 'list', ordered: false, items }], none(), 2)).toEqual(['- a\n  1. b\n  2. c\n- d']);
    const reading = readMarkdown('- a\n  1. b\n  2. c\n- d', 'x.md');
    expect(reading.blocks.map((block) => block.kind === 'item' && [block.depth, block.marker])).toEqual([
      [1, '•'],
      [2, '1.'],
      [2, '2.'],
      [1, '•'],
    ]);
  });

  it('[EX40] gives the words of any timeline', () => {
    fc.assert(
      fc.property(fc.array(anyEvent, { maxLength: 3 }), anyWords, (events, title) => {
        const reader = notebook({ title }, events);
        const text = back(writeMarkdown(reader, [], () => null));
        for (const { fields } of reader.list('events')) {
          expect(text).toContain(words(section('events').title(fields)));
          expect(text).toContain(words(fields.text));
        }
      }),
    );
  });

  it('[EX43] says what every section of the registry holds, under its heading', () => {
    const printing = sectionList.filter(({ brief, kind }) => brief !== undefined && kind !== 'drafts');
    for (const one of printing) {
      const reader = notebook({ title: 'Six days' }, [one.fixture()]);
      const text = writeMarkdown(reader, [], () => null);
      expect(text).toContain('# Six days\n');
      expect(text, one.kind).toContain(`\n## ${one.names.many}\n`);
      // A kind of the registry; which one does not matter to its title.
      const [entry] = reader.list(one.kind as 'events');
      if (entry !== undefined) expect(back(text), one.kind).toContain(words(one.title(entry.fields)));
    }
  });

  it('[EX43] holds the head, the drafts before the sources, and unsorted text last', () => {
    const reader = notebook(
      {
        title: 'Six days',
        kicker: 'Canal',
        deck: 'A ship, aground',
        capturedOn: '2021-03-26',
        nextTitle: 'Spring tide',
      },
      [
        { kind: 'indicators', id: 'i', fields: { value: '237', label: 'Vessels | waiting', detail: 'Both ends' } },
        { kind: 'drafts', id: 'd', fields: { title: 'What a day is worth' } },
        { kind: 'sources', id: 's', fields: { title: 'Notice', address: 'https://canal.example/7' } },
        { kind: 'voices', id: 'v', fields: { name: 'Lesseps', text: 'I was told.' } },
        { kind: 'unsorted', id: 'u', fields: { text: 'Subscribe for updates' } },
      ],
    );
    const drafts = [{ id: 'd', blocks: [{ type: 'paragraph' as const, spans: [{ text: 'Delay is not loss.' }] }] }];
    expect(writeMarkdown(reader, drafts, () => null)).toBe(
      [
        '# Six days',
        '<!-- backstory:notebook -->',
        '- **Kicker:** Canal\n- **Deck:** A ship, aground\n- **As of:** 2021-03-26\n- **Next expected event:** Spring tide',
        '## Key indicators',
        '### Vessels \\| waiting',
        '<!-- backstory:indicators/i -->',
        '- **Value:** 237',
        'Both ends',
        '## Voices',
        '### Lesseps',
        '<!-- backstory:voices/v -->',
        '> **Fiction. Written for perspective, not a real quotation, not evidence.**\n>\n> I was told.',
        '## What a day is worth',
        '<!-- backstory:drafts/d -->',
        'Delay is not loss.',
        '## Sources',
        '### Notice',
        '<!-- backstory:sources/s -->',
        '- **Address:** https://canal.example/7',
        '## Unsorted',
        '<!-- backstory:unsorted/u -->',
        'Subscribe for updates\n',
      ].join('\n\n'),
    );
  });
});
