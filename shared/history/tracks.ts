import type { EntryRef } from '../story/ref.ts';
import { refKey } from '../story/ref.ts';
import type { Subject } from './change.ts';
import type { Track } from './record.ts';

interface EntryTracks {
  readonly subject: Subject;
  presence: Track | null;
  place: Track | null;
  fields: Map<string, Track> | null;
}

/** The tracks of the root document, made when first touched. */
export class Tracks {
  readonly #entries = new Map<string, EntryTracks>();
  readonly #story = new Map<string, Track>();

  presence(ref: EntryRef): Track {
    const entry = this.#entry(ref);
    return (entry.presence ??= newTrack(refKey(ref), entry.subject, 'presence'));
  }

  place(ref: EntryRef): Track {
    const entry = this.#entry(ref);
    return (entry.place ??= newTrack(`${refKey(ref)}#place`, entry.subject, 'place'));
  }

  field(ref: EntryRef, name: string): Track {
    const entry = this.#entry(ref);
    entry.fields ??= new Map();
    return getOrMake(entry.fields, name, () => newTrack(`${refKey(ref)}.${name}`, entry.subject, 'field', name));
  }

  story(name: string): Track {
    return getOrMake(this.#story, name, () => newTrack(`story.${name}`, { type: 'story' }, 'field', name));
  }

  /** All that was touched of an entry. */
  ofEntry(ref: EntryRef): readonly Track[] {
    const entry = this.#entries.get(refKey(ref));
    if (entry === undefined) return [];
    return [entry.presence, entry.place, ...(entry.fields?.values() ?? [])].filter((track) => track !== null);
  }

  /** The presence of an entry; undefined where it never came or went. */
  presenceOf(ref: EntryRef): Track | undefined {
    return this.#entries.get(refKey(ref))?.presence ?? undefined;
  }

  fieldsOf(ref: EntryRef): ReadonlyMap<string, Track> {
    return this.#entries.get(refKey(ref))?.fields ?? none;
  }

  ofStory(): readonly Track[] {
    return [...this.#story.values()];
  }

  /** The entries that were touched. */
  refs(): readonly EntryRef[] {
    return [...this.#entries.values()].flatMap(({ subject }) => (subject.type === 'entry' ? [subject.ref] : []));
  }

  #entry(ref: EntryRef): EntryTracks {
    return getOrMake(this.#entries, refKey(ref), () => ({
      subject: { type: 'entry', ref: { kind: ref.kind, id: ref.id } },
      presence: null,
      place: null,
      fields: null,
    }));
  }
}

const none: ReadonlyMap<string, Track> = new Map();

function newTrack(key: string, subject: Subject, of: Track['of'], field: string | null = null): Track {
  return { key, subject, of, field, recorded: [] };
}

function getOrMake<V>(map: Map<string, V>, key: string, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
