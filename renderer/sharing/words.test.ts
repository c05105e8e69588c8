import { expect, it } from 'vitest';
import { syncRoles } from '../../shared/bridge/index.ts';
import { sharedWords } from './shared-words.ts';
import { clockWords, failureWords, memberName } from './words.ts';

it('a failure says what happened and what to do, in the words of whoever knows it best', () => {
  expect(failureWords({ reason: 'expired', message: '' })).toBe('The invitation is no longer valid. Ask for another.');
  expect(failureWords({ reason: 'expired', message: 'The invitation has expired.' })).toBe(
    'The invitation has expired. Ask for another.',
  );
  const whole = 'This invitation was taken back. Ask for a new one.';
  expect(failureWords({ reason: 'used', message: whole })).toBe(whole);
});

it('a moment of another day has its day', () => {
  const now = new Date(2026, 10, 22, 15, 0);
  expect(clockWords(new Date(2026, 10, 22, 14, 5).getTime(), now)).toBe('14:05');
  expect(clockWords(new Date(2026, 10, 21, 14, 5).getTime(), now)).toBe('14:05 on 21 November');
});

it('who has not said their name is told of by what is known', () => {
  expect(memberName({ name: 'Mara', device: 'Desk' })).toBe('Mara');
  expect(memberName({ name: '', device: 'Desk' })).toBe('Somebody on “Desk”');
  expect(memberName({ name: '', device: '' })).toMatch(/not known yet/);
});

it('the list of notebooks says with how many one is shared, and never of locked keys that one is no member', () => {
  const known = { others: 3, isLocked: false };
  expect(sharedWords({ role: 'editor' }, known)).toBe('Shared with 3 people');
  expect(sharedWords({ role: 'editor' }, { ...known, others: 1 })).toBe('Shared with 1 person');
  expect(sharedWords({ role: 'viewer' }, known)).toBe('Shared with 3 people, to be read only');
  expect(sharedWords({ role: 'admin' }, { ...known, others: 0 })).toBe('Shared; nobody has joined yet');
  expect(sharedWords({ role: 'admin' }, { ...known, others: null })).toBe('Shared');
  expect(sharedWords({ role: null }, known)).toMatch(/not a member/);
  for (const role of [null, ...syncRoles])
    expect(sharedWords({ role }, { others: null, isLocked: true })).toBe('Shared; its keys are locked');
});
