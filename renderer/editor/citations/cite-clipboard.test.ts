import { expect, test } from 'vitest';
import { citesFromClipboard, citesToClipboard } from './cite-clipboard.ts';

const cites = [{ ref: { kind: 'passages', id: 'p1' }, locator: '12' }];

test('a citation goes over the clipboard within its notebook, and no further', () => {
  expect(citesFromClipboard('canal', citesToClipboard('canal', cites))).toEqual(cites);
  expect(citesFromClipboard('peace', citesToClipboard('canal', cites))).toEqual([]);
});

test('what is no citation of ours is none', () => {
  const bad = ['', '{', 'null', '[]', '{"notebook":"canal"}', '{"notebook":"canal","cites":[{"ref":{"kind":1}}]}'];
  for (const text of [...bad, JSON.stringify({ notebook: 'canal', cites: 'x'.repeat(200_000) })])
    expect(citesFromClipboard('canal', text)).toEqual([]);
});
