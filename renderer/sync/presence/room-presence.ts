import type { SyncPeer } from '../../../shared/bridge/index.ts';
import { refKey } from '../../../shared/story/ref.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { grouped, selectionKey } from '../../session/presence.ts';
import type { DraftCaret, Presence, Teammate } from '../../session/presence.ts';
import type { ViewState } from '../../session/view-state.ts';
import type { OpenRoom } from '../open-room.ts';
import { encodeWhereabouts, readPeer } from './presence-state.ts';

/** Milliseconds between two messages: the engine sends no more than four a second. */
const pause = 250;

const nobody: readonly Teammate[] = [];
type Groups = ReadonlyMap<string, readonly Teammate[]>;

/** Tells teammates where one is in the open notebook, and knows where they are. */
export class RoomPresence implements Presence {
  readonly #room: Pick<OpenRoom, 'state' | 'onChange' | 'present'>;
  readonly #view: ViewState;
  readonly #listeners = new Set<() => void>();
  #peers: readonly SyncPeer[] | null = null;
  #teammates: readonly Teammate[] = nobody;
  #bySelection: Groups = new Map();
  #byDraft: Groups = new Map();
  #caret: DraftCaret | null = null;
  #told: string | null = null;
  #isConnected = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isResting = false;

  constructor(room: Pick<OpenRoom, 'state' | 'onChange' | 'present'>, view: ViewState) {
    this.#room = room;
    this.#view = view;
  }

  /** Until the returned function is called. */
  start(): () => void {
    const stops = [this.#room.onChange(() => this.#look()), this.#view.onChange(() => this.#tell())];
    this.#look();
    return () => {
      for (const stop of stops) stop();
      clearTimeout(this.#timer);
      this.#isResting = false;
      this.#told = null;
      this.#room.present(null);
    };
  }

  teammates(): readonly Teammate[] {
    return this.#teammates;
  }

  teammatesAt(ref: EntryRef): readonly Teammate[] {
    return this.#bySelection.get(refKey(ref)) ?? nobody;
  }

  teammatesIn(docId: string): readonly Teammate[] {
    return this.#byDraft.get(docId) ?? nobody;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tellCaret(caret: DraftCaret | null): void {
    this.#caret = caret;
    // A caret moves with every key: alone, nobody is told.
    if (this.#teammates.length > 0) this.#tell();
  }

  #look(): void {
    const { peers, status } = this.#room.state();
    const isConnected = status !== null;
    // A process that was opened anew knows nothing.
    if (isConnected && !this.#isConnected) this.#told = null;
    this.#isConnected = isConnected;
    if (peers !== this.#peers) this.#read(peers);
    this.#tell();
  }

  #read(peers: readonly SyncPeer[]): void {
    const before = new Map((this.#peers ?? []).map((peer, at) => [peerKey(peer), this.#teammates[at]]));
    this.#peers = peers;
    // Who has not moved stays the same object: what shows them is not drawn again.
    this.#teammates = peers.length === 0 ? nobody : peers.map((peer) => before.get(peerKey(peer)) ?? readPeer(peer));
    this.#bySelection = grouped(this.#teammates, selectionKey, this.#bySelection);
    this.#byDraft = grouped(this.#teammates, ({ caret }) => caret?.docId ?? null, this.#byDraft);
    for (const listener of [...this.#listeners]) listener();
  }

  #tell(): void {
    if (!this.#isConnected || this.#isResting) return;
    const caret = this.#teammates.length > 0 ? this.#caret : null;
    const state = encodeWhereabouts({ place: this.#view.place(), selection: this.#view.selection(), caret });
    if (state === this.#told) return;
    this.#told = state;
    this.#room.present(state);
    this.#isResting = true;
    this.#timer = setTimeout(() => {
      this.#isResting = false;
      this.#tell();
    }, pause);
  }
}

function peerKey(peer: SyncPeer): string {
  return JSON.stringify([peer.session, peer.id, peer.name, peer.state]);
}
