import { expect, it } from 'vitest';
import type { SearchHit } from '../../shared/search/engine.ts';
import { groupHits } from './group-hits.ts';

const hit = (kind: string, id: string): SearchHit => ({
  key: `${kind}/${id}`,
  kind,
  id,
  title: [],
  snippet: null,
  find: '',
});

it('groups hits by section, best first, and says what is fiction', () => {
  const groups = groupHits([hit('voices', '1'), hit('events', '1'), hit('voices', '2'), hit('prophecies', '1')]);
  expect(groups.map(({ label, hits }) => [label, hits.length])).toEqual([
    ['Voices (fiction)', 2],
    ['Timeline', 1],
    ['prophecies', 1],
  ]);
});
