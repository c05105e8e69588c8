import { describe, expect, it } from 'vitest';
import type { SyncStatus } from '../../../shared/bridge/index.ts';
import { announcement, statusWords } from './status-words.ts';

const now = new Date(2026, 10, 22, 15, 0);
const at = (hours: number, minutes: number, day = 22) => new Date(2026, 10, day, hours, minutes).getTime();
const status = (change: Partial<SyncStatus>): SyncStatus => ({
  kind: 'online',
  since: at(14, 5),
  heard: at(14, 5),
  reason: null,
  reached: 'relay',
  ...change,
});
const label = (change: Partial<SyncStatus>) => statusWords(status(change), now).label;

describe('how it stands with a shared notebook', () => {
  it('says how far the latest edit came, and never that everything is the same everywhere', () => {
    expect(label({ reached: 'here' })).toBe('Not sent yet');
    expect(label({ reached: 'relay' })).toBe('Sent');
    expect(label({ reached: 'teammate' })).toBe('A teammate has it');
  });

  it('says of a viewer that one is connected, for nothing is sent; and of what was not sent before, that it was not', () => {
    expect(statusWords(status({ reached: 'relay' }), now, true).label).toBe('Connected');
    expect(statusWords(status({ reached: 'here' }), now, true).label).toBe('Not sent yet');
  });

  it('says that something does not fit, also while it is connected', () => {
    expect(statusWords(status({ reason: 'untrue' }), now)).toMatchObject({
      label: 'The relay contradicts itself',
      tone: 'wrong',
    });
  });

  it('says since when it is cut off, whatever was reached before', () => {
    expect(label({ kind: 'offline', reason: 'unreachable', reached: 'teammate' })).toBe('Offline since 14:05');
    expect(label({ kind: 'offline', since: at(9, 0, 15) })).toBe('Offline since 09:00 on 15 November');
    expect(label({ kind: 'offline', reason: 'untrue' })).toBe('Not syncing: the relay contradicts itself');
    expect(label({ kind: 'connecting', reached: 'teammate' })).toBe('Connecting…');
  });

  it('offers what a person can do about it', () => {
    expect(statusWords(status({ kind: 'stopped', reason: 'locked' }), now)).toMatchObject({
      label: 'Not syncing: keys are locked',
      way: 'unlock',
    });
    expect(statusWords(status({ kind: 'stopped', reason: 'removed' }), now).way).toBe(null);
    expect(statusWords(status({ kind: 'stopped', reason: 'untrue' }), now)).toMatchObject({
      tone: 'wrong',
      way: 'retry',
    });
    expect(statusWords(status({ kind: 'offline' }), now).way).toBe('retry');
  });

  it('is said aloud when its kind changes, not at every edit, and not the first time', () => {
    expect(announcement(status({}), null, now)).toBe('');
    expect(announcement(status({ reached: 'teammate' }), 'online', now)).toBe('');
    expect(announcement(status({ kind: 'connecting' }), 'offline', now)).toBe('');
    expect(announcement(status({}), 'offline', now)).toBe('Connected to the relay');
    expect(announcement(status({ kind: 'offline' }), 'online', now)).toBe('Offline since 14:05');
  });
});
