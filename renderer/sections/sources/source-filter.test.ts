import { describe, expect, it } from 'vitest';
import { applySourceFilter, noSourceFilter, sourceItem } from './source-filter.ts';
import type { SourceFilter, SourceItem } from './source-filter.ts';

const day = (edtf: string) => ({ edtf });
const capture = (mediaType: string) => ({
  hash: '0'.repeat(64),
  name: 'file',
  mediaType,
  size: 1,
  capturedAt: '2021-03-26T09:12:00.000Z',
});

const blank = {
  title: '',
  authors: [],
  publisher: '',
  published: null,
  accessed: null,
  address: '',
  language: '',
  reliability: 'unset',
  repeats: null,
  reference: null,
  captures: [],
} as const;

function item(id: string, fields: object, highlights = 0): SourceItem {
  const entry = { kind: 'sources', id, rank: id, createdAt: id, createdBy: '', deletedAt: null, deletedBy: '' };
  return sourceItem({ ...entry, fields: { ...blank, ...fields }, problems: [], extra: {} }, highlights);
}

const items = [
  item('3', { title: 'Port call log', captures: [capture('text/html'), capture('application/pdf')] }, 2),
  item('1', { title: 'authority statement no. 10', publisher: 'Suez Canal Authority', published: day('2021-03-25') }),
  item('2', {
    title: 'Authority statement no. 7',
    authors: ['Press office'],
    reliability: 'b',
    published: day('2021-03'),
  }),
];

const shown = (filter: Partial<SourceFilter>) => applySourceFilter(items, { ...noSourceFilter, ...filter });

describe('the list of sources', () => {
  it('is narrowed by words, kind, highlights and grading, all of them at once', () => {
    expect(shown({})).toEqual(['3', '1', '2']);
    expect(shown({ text: ' AUTHORITY  suez ' })).toEqual(['1']);
    expect(shown({ text: 'press' })).toEqual(['2']);
    expect(shown({ kind: 'application/pdf' })).toEqual(['3']);
    expect(shown({ kind: 'none' })).toEqual(['1', '2']);
    expect(shown({ isHighlighted: true })).toEqual(['3']);
    expect(shown({ isUngraded: true })).toEqual(['3', '1']);
    expect(shown({ isUngraded: true, text: 'statement' })).toEqual(['1']);
  });

  it('is ordered by title as people count, by date with the undated last, and by when they were added', () => {
    expect(shown({ sort: 'title' })).toEqual(['2', '1', '3']);
    expect(shown({ sort: 'published' })).toEqual(['1', '2', '3']);
    expect(shown({ sort: 'added' })).toEqual(['3', '2', '1']);
  });
});
