import { expect, it } from 'vitest';
import { answerOfLost } from './answer-of-lost.ts';

it('a call that the process did not live to answer is answered with what is true, or not at all', async () => {
  expect(answerOfLost('sync.edit')).toBeUndefined();
  expect(answerOfLost('sync.open')).toMatchObject({ ok: false, error: { reason: 'stopped' } });
  // That nothing is shared would be untrue: the page keeps the list that it has.
  await expect(answerOfLost('sync.shared')).rejects.toThrow('ended');
});
