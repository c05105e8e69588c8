import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it } from 'vitest';
import type { SyncStatus } from '../../../shared/bridge/index.ts';
import { shownStatus } from './shown-status.ts';
import { SyncStatusLine } from './SyncStatusLine.tsx';

afterEach(cleanup);

const since = new Date().setHours(14, 5);
const base: SyncStatus = { kind: 'online', since, heard: since, reason: null, reached: 'relay' };

function line(status: SyncStatus, pressed: string[] = []) {
  return (
    <SyncStatusLine
      status={status}
      relay="https://relay.example.org"
      onRetry={() => pressed.push('retry')}
      onUnlock={() => pressed.push('unlock')}
      onShare={() => pressed.push('share')}
    />
  );
}

it('says what the words mean, which relay, and what can be done', async () => {
  const user = userEvent.setup();
  const pressed: string[] = [];
  render(line({ ...base, kind: 'offline', reason: 'unreachable' }, pressed));
  await user.click(screen.getByRole('button', { name: 'Sharing: Offline since 14:05' }));
  const about = await screen.findByRole('dialog', { name: /^Sharing: / });
  expect(about.textContent).toContain('https://relay.example.org');
  expect(about.textContent).toContain('everything is saved on this computer');
  await user.click(within(about).getByRole('button', { name: 'Try again' }));
  await user.click(within(about).getByRole('button', { name: 'Members and invitations…' }));
  expect(pressed).toEqual(['retry', 'share']);
});

it('with locked keys has the way to unlock them beside the words', async () => {
  const user = userEvent.setup();
  const pressed: string[] = [];
  render(line({ ...base, kind: 'stopped', reason: 'locked' }, pressed));
  screen.getByText('Not syncing: keys are locked');
  await user.click(screen.getByRole('button', { name: 'Unlock…' }));
  expect(pressed).toEqual(['unlock']);
});

it('is said aloud when it is cut off and when it is back, and not while edits are sent', () => {
  const { rerender, container } = render(line(base));
  const said = () => container.querySelector('[aria-live="polite"]')?.textContent;
  rerender(line({ ...base, reached: 'teammate' }));
  expect(said()).toBe('');
  rerender(line({ ...base, kind: 'offline' }));
  expect(said()).toBe('Offline since 14:05');
  rerender(line({ ...base, kind: 'connecting' }));
  expect(said()).toBe('Offline since 14:05');
  rerender(line(base));
  expect(said()).toBe('Connected to the relay');
});

it('of a room that could not be begun says why, and of one that is on its way that', () => {
  expect(shownStatus(base, null, since)).toBe(base);
  expect(shownStatus(null, null, since)).toMatchObject({ kind: 'connecting' });
  expect(shownStatus(null, { reason: 'unreachable', message: '' }, since)).toMatchObject({ kind: 'connecting' });
  expect(shownStatus(null, { reason: 'gone', message: '' }, since)).toMatchObject({
    kind: 'stopped',
    reason: 'unknown-room',
  });
  expect(shownStatus(null, { reason: 'stale', message: '' }, since)).toMatchObject({ reason: 'failed' });
});
