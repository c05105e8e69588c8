import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { Library } from '../persistence/library.ts';
import { createMemoryStore } from '../persistence/memory-store.ts';
import { expectedDay } from './expected-day.ts';
import { ExpectedWords } from './ExpectedWords.tsx';
import { NotebookRow } from './NotebookRow.tsx';

afterEach(cleanup);

it('says at once that a plain day is past, and not first that it is expected', async () => {
  const opened = await Library.open(createMemoryStore());
  if (!opened.ok) throw new Error(opened.error.message);
  const info = {
    ...{ id: 'canal', title: 'Canal', counts: {}, createdAt: '2026-01-01T00:00:00Z', openedAt: null },
    ...{ trashedAt: null, recovered: false, next: { title: 'The ruling', date: { edtf: '2026-02-01' } } },
  };
  const row = render(
    <NotebookRow info={info} library={opened.value} today="2026-03-01" sharing={null} onOpen={() => undefined} />,
  );
  expect(row.container.textContent).toContain('Was expected 1 February 2026The ruling');
});

it('of a plain day says what is said with the reading of all dates', () => {
  const day = fc
    .date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, day, fc.option(fc.constantFrom('on the day', 'early')), (edtf, today, words) => {
      const date = words === null ? { edtf } : { edtf, words };
      const said = render(<ExpectedWords date={date} today={today} />).container.textContent;
      cleanup();
      expect(expectedDay(date, today)).toBe(said);
    }),
  );
});
