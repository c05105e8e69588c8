// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SyncPeer, SyncStatus } from '../../../shared/bridge/index.ts';
import { ViewState } from '../../session/view-state.ts';
import type { RoomState } from '../open-room.ts';
import { RoomPresence } from './room-presence.ts';

const online: SyncStatus = { kind: 'online', since: 1, heard: 1, reason: null, reached: 'here' };
const alone: RoomState = { status: online, problem: null, peers: [], returned: null };
const caret = { docId: 'n.draft.one', anchor: {}, focus: {} };

function peer(session: string, state: object): SyncPeer {
  return { session, id: 'ab'.repeat(32), name: 'Mara', state: JSON.stringify(state) };
}

/** A room that a test changes. */
class Room {
  readonly sent: (string | null)[] = [];
  readonly #listeners = new Set<() => void>();
  #state = alone;

  state = (): RoomState => this.#state;
  onChange = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  present = (state: string | null): void => void this.sent.push(state);

  become(change: Partial<RoomState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

describe('presence in a room', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function begun() {
    const [room, view] = [new Room(), new ViewState()];
    const presence = new RoomPresence(room, view);
    return { room, view, presence, stop: presence.start() };
  }

  it('tells where one is, at most four times a second, and only what is new', () => {
    const { room, view } = begun();
    expect(room.sent).toHaveLength(1);
    for (const section of ['a', 'b', 'c']) view.go({ view: 'story', section });
    expect(room.sent).toHaveLength(1);
    vi.advanceTimersByTime(250);
    expect(room.sent).toHaveLength(2);
    expect(room.sent[1]).toContain('"section":"c"');
    vi.advanceTimersByTime(5000);
    view.showAsOf(null);
    room.become({ status: { ...online, heard: 2 } });
    expect(room.sent).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('tells nobody of the caret while nobody is here, and whoever comes where it is', () => {
    const { room, presence } = begun();
    vi.advanceTimersByTime(250);
    presence.tellCaret(caret);
    vi.advanceTimersByTime(250);
    expect(room.sent).toHaveLength(1);
    room.become({ peers: [peer('s1', {})] });
    expect(room.sent.at(-1)).toContain('n.draft.one');
  });

  it('tells all again once the process was opened anew, and that one is nowhere in the end', () => {
    const { room, stop } = begun();
    room.become({ status: null });
    vi.advanceTimersByTime(1000);
    expect(room.sent).toHaveLength(1);
    room.become({ status: online });
    expect(room.sent).toHaveLength(2);
    stop();
    expect(room.sent.at(-1)).toBeNull();
  });

  it('knows who has chosen what; who has not moved stays the same, and so do the lists of them', () => {
    const { room, presence } = begun();
    const flood = { kind: 'events', id: 'flood' };
    room.become({ peers: [peer('s1', { at: { view: 'timeline' }, on: flood }), peer('s2', {})] });
    const [first] = presence.teammates();
    const chosen = presence.teammatesAt(flood);
    expect(chosen).toEqual([first]);
    expect(presence.teammatesAt({ kind: 'events', id: 'fire' })).toEqual([]);
    let told = 0;
    presence.onChange(() => (told += 1));
    room.become({
      peers: [peer('s1', { at: { view: 'timeline' }, on: flood }), peer('s2', { at: { view: 'story' } })],
    });
    expect(told).toBe(1);
    expect(presence.teammates()[0]).toBe(first);
    expect(presence.teammatesAt(flood)).toBe(chosen);
    room.become({ status: { ...online, heard: 2 } });
    expect(told).toBe(1);
  });
});
