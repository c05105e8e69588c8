import * as Y from 'yjs';
import { StoryReader } from '../story/reading/reader.ts';
import type { EntryRef } from '../story/ref.ts';
import { findSection } from '../story/sections.ts';
import type { RowInfo } from './document-rows.ts';
import { Places } from './place-of.ts';
import { Record } from './record.ts';
import type { Recorded, Track } from './record.ts';
import { touchesOf } from './touches-of.ts';
import { Tracks } from './tracks.ts';

/** Where rows come from, for Yjs. */
const replay = 'remote';

/** The root document as far as its rows have been applied, and what each of them did. */
export class RootReplay {
  readonly doc = new Y.Doc();
  readonly reader: StoryReader;
  readonly tracks = new Tracks();
  readonly record = new Record();
  readonly #places = new Places(this.doc);
  #row: RowInfo | null = null;

  /** @param start updates (V1) of a state to begin with, of which no changes are read */
  constructor(start: readonly Uint8Array[] = []) {
    for (const update of start) Y.applyUpdate(this.doc, update, replay);
    this.doc.on('beforeObserverCalls', (transaction: Y.Transaction) => {
      if (this.#row !== null) this.record.add(this.#row, touchesOf(transaction, this.#places, this.tracks));
    });
    this.reader = new StoryReader(this.doc);
  }

  apply(row: RowInfo, bytes: Uint8Array): void {
    this.#row = row;
    try {
      Y.applyUpdate(this.doc, bytes, replay);
    } finally {
      this.#row = null;
    }
  }

  /** What a field, or an entry's rank, changed to: what the next change found, or what is there now. */
  after(recorded: Recorded): unknown {
    const { track } = recorded;
    const next = track.recorded[track.recorded.indexOf(recorded) + 1];
    return next === undefined ? this.#now(track) : next.before;
  }

  /** What an entry was called after a row, by all that is known; null where there is no such entry. */
  titleAfter(ref: EntryRef, seq: number): string | null {
    const [section, entry] = [findSection(ref.kind), this.reader.entry(ref.kind, ref.id)];
    if (section === undefined || entry === undefined) return null;
    const fields: { [name: string]: unknown } = { ...entry.fields };
    for (const [name, { recorded }] of this.tracks.fieldsOf(ref)) {
      const later = recorded.find((one) => one.first.seq > seq);
      if (later !== undefined) fields[name] = later.before;
    }
    return section.title(fields);
  }

  dispose(): void {
    this.reader.dispose();
    this.doc.destroy();
  }

  #now({ subject, of, field }: Track): unknown {
    if (subject.type === 'story') {
      const values: Readonly<{ [name: string]: unknown }> = this.reader.story().fields;
      return field === null ? undefined : values[field];
    }
    const entry = this.reader.entry(subject.ref.kind, subject.ref.id);
    if (of === 'place') return entry?.rank;
    return field === null ? undefined : entry?.fields[field];
  }
}
