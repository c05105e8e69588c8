import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { ExpectedWords } from './ExpectedWords.tsx';

afterEach(cleanup);

test.each([
  ['2026-02-01', undefined, '2026-01-20', 'Expected 1 February 2026'],
  ['2026-02-01', undefined, '2026-02-01', 'Expected 1 February 2026'],
  ['2026-02-01', undefined, '2026-02-02', 'Was expected 1 February 2026'],
  ['2021-04-01/2021-04-10', 'early April 2021', '2021-04-10', 'Expected early April 2021'],
  ['2021-04-01/2021-04-10', 'early April 2021', '2021-04-11', 'Was expected early April 2021'],
  ['2021-04-01/..', undefined, '2030-01-01', 'Expected since 1 April 2021'],
])('says whether %s (%s) is still ahead on %s', (edtf, words, today, said) => {
  const date = words === undefined ? { edtf } : { edtf, words };
  expect(render(<ExpectedWords date={date} today={today} />).container.textContent).toBe(said);
});
