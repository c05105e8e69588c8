import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { draftText } from '../draft-block.ts';
import type { DraftBlock } from '../draft-block.ts';
import { anyDraftBlocks, normal } from '../testing/any-draft-blocks.suite.ts';
import { writeDraftText } from './write-draft.ts';

const example: readonly DraftBlock[] = [
  { type: 'heading', level: 2, spans: [{ text: 'What a day is worth' }] },
  {
    type: 'paragraph',
    spans: [
      { text: 'Delay is ' },
      { text: 'not', bold: true, strike: true },
      { text: ' loss;\nsee ' },
      { text: 'the ', link: 'https://canal.example/7' },
      { text: 'notice', italic: true, link: 'https://canal.example/7' },
      { text: '', cites: [{ ref: { kind: 'sources', id: 'a' }, locator: '12' }] },
      { text: '', footnote: [{ text: 'As ' }, { text: 'declared', italic: true }] },
      { text: 'Osama Rabie', ref: { kind: 'people', id: 'p' } },
    ],
  },
  { type: 'paragraph', spans: [] },
  { type: 'quote', spans: [{ text: 'Both banks' }] },
  {
    type: 'list',
    ordered: false,
    items: [
      { spans: [{ text: 'Tugs' }], depth: 0, ordered: false, checked: true },
      { spans: [{ text: 'Dredger' }], depth: 1, ordered: true },
      { spans: [{ text: 'Tide' }], depth: 0, ordered: false, checked: false },
    ],
  },
  {
    type: 'table',
    rows: [
      { cells: [{ header: true, blocks: [{ type: 'paragraph', spans: [{ text: 'Day' }] }], colSpan: 2 }] },
      { cells: [{ header: false, blocks: [{ type: 'paragraph', spans: [] }] }] },
    ],
  },
  { type: 'image', sha256: 'ab'.repeat(32), mediaType: 'image/png', width: 3, height: 4, alt: 'Bow', caption: [] },
];

test('what is written is read again as it was', () => {
  expect(normal(example)).toEqual(example);
});

test('any draft is read again with its words, and the same however often it is written', () => {
  fc.assert(
    fc.property(anyDraftBlocks({ words: fc.string({ unit: 'grapheme', maxLength: 6 }) }), (blocks) => {
      const once = normal(blocks);
      expect(normal(once)).toEqual(once);
      expect(draftText(once)).toBe(draftText(blocks));
    }),
  );
});

test('a draft that has a text keeps it', () => {
  const doc = new Y.Doc();
  expect(writeDraftText(doc, example)).toBe(true);
  const before = Y.encodeStateVector(doc);
  expect(writeDraftText(doc, [{ type: 'paragraph', spans: [{ text: 'Another' }] }])).toBe(false);
  expect(Y.encodeStateVector(doc)).toEqual(before);
});
