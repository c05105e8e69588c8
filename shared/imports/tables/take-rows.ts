import { compareDates } from '../../story/dates/index.ts';
import type { EntryDraft } from '../../story/entry.ts';
import type { ImportChanges } from '../../story/import-changes.ts';
import type { EntryRef } from '../../story/ref.ts';
import { normalised } from '../../story/section.ts';
import type { RowReading } from './read-row.ts';
import type { RowSource } from './row-sources.ts';

/** What becomes of names of actors that the notebook does not know. */
export type NewNames = 'people' | 'organizations' | 'text';

/** What a notebook has that rows may name. */
export interface KnownToRows {
  /** Who can take part, by every name and spelling; `normalised`. */
  readonly actors: ReadonlyMap<string, EntryRef>;
  /** Sources by address and by title; `sourceKey`. */
  readonly sources: ReadonlyMap<string, EntryRef>;
}

export const nothingKnownToRows: KnownToRows = { actors: new Map(), sources: new Map() };

export interface TakeOptions {
  readonly known: KnownToRows;
  readonly newNames: NewNames;
  /** The file's name: what unsorted text was found under. */
  readonly under: string;
  readonly newId: () => string;
}

/** What rows become, by kind and in the order in which a notebook has them. */
export interface TakenRows {
  readonly events: readonly { readonly draft: EntryDraft; readonly row: RowReading }[];
  readonly actors: readonly EntryDraft[];
  readonly sources: readonly EntryDraft[];
  readonly evidence: readonly EntryDraft[];
  readonly unsorted: readonly EntryDraft[];
}

/** How a source is known again: by its address, or where it has none by its title. */
export function sourceKey({ title, address }: { readonly title: string; readonly address: string }): string {
  const bare = address
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '');
  return bare === '' ? `title/${normalised(title)}` : `address/${bare}`;
}

/** Makes entries of rows: events with their actors, the sources they name, and links that say so. */
export class RowTaker {
  readonly #options: TakeOptions;
  readonly #actors = new Map<string, EntryRef>();
  readonly #sources = new Map<string, EntryRef>();
  readonly #made: { [K in keyof TakenRows]: TakenRows[K][number][] } = {
    events: [],
    actors: [],
    sources: [],
    evidence: [],
    unsorted: [],
  };

  constructor(options: TakeOptions) {
    this.#options = options;
  }

  add(row: RowReading): void {
    const { newId, under } = this.#options;
    if (row.draft === null) {
      this.#made.unsorted.push({ kind: 'unsorted', fields: { text: row.unsorted, under } });
      return;
    }
    const id = newId();
    const refs: EntryRef[] = [];
    const unknown: string[] = [];
    for (const name of row.actors) {
      const ref = this.#actorOf(name);
      if (ref === null) unknown.push(name);
      else if (!refs.some((one) => one.kind === ref.kind && one.id === ref.id)) refs.push(ref);
    }
    const { fields } = row.draft;
    const text = [fields.text ?? '', ...(unknown.length === 0 ? [] : [`Actors: ${unknown.join(', ')}`])];
    const whole = unknown.length === 0 ? (fields.text ?? '') : text.filter((part) => part !== '').join('\n\n');
    this.#made.events.push({ draft: { kind: 'events', id, fields: { ...fields, text: whole, actors: refs } }, row });
    for (const source of row.sources) this.#link(source, { kind: 'events', id });
  }

  /** Everything made so far: events newest first, as the notebook has them, where the table has the oldest first. */
  taken(): TakenRows {
    const events = isOldestFirst(this.#made.events.map(({ row }) => row))
      ? this.#made.events.toReversed()
      : this.#made.events;
    return { ...this.#made, events };
  }

  #actorOf(name: string): EntryRef | null {
    const { known, newNames, newId } = this.#options;
    const key = normalised(name);
    const found = known.actors.get(key) ?? this.#actors.get(key);
    if (found !== undefined || newNames === 'text' || key === '') return found ?? null;
    const ref = { kind: newNames, id: newId() };
    this.#actors.set(key, ref);
    this.#made.actors.push({ kind: newNames, id: ref.id, fields: { name } });
    return ref;
  }

  #link(source: RowSource, to: EntryRef): void {
    const key = sourceKey(source);
    const from = this.#options.known.sources.get(key) ?? this.#sources.get(key) ?? this.#newSource(key, source);
    this.#made.evidence.push({ kind: 'evidence', fields: { from, to, relation: source.relation } });
  }

  #newSource(key: string, { title, address }: RowSource): EntryRef {
    const ref = { kind: 'sources', id: this.#options.newId() };
    this.#sources.set(key, ref);
    this.#made.sources.push({ kind: 'sources', id: ref.id, fields: { title, address } });
    return ref;
  }
}

/** What is written into a notebook, as one import. Actors and sources come before who names them. */
export function changesOfRows(
  { events, actors, sources, evidence, unsorted }: TakenRows,
  title: string,
): ImportChanges {
  const creations = [
    actors.filter(({ kind }) => kind === 'people'),
    actors.filter(({ kind }) => kind === 'organizations'),
    sources,
    events.map(({ draft }) => draft),
    evidence,
    unsorted,
  ].flatMap((drafts) => {
    const [first] = drafts;
    return first === undefined ? [] : [{ kind: first.kind, place: 'last' as const, drafts }];
  });
  return { story: title === '' ? {} : { title }, creations, edits: [] };
}

/** Whether most dated rows come after the dated one above them. */
function isOldestFirst(rows: readonly RowReading[]): boolean {
  const dates = rows.flatMap(({ draft }) => (draft?.fields.date ? [draft.fields.date] : []));
  let later = 0;
  for (let at = 1; at < dates.length; at += 1) {
    const [above, here] = [dates[at - 1], dates[at]];
    if (above !== undefined && here !== undefined) later += Math.sign(compareDates(here, above));
  }
  return later > 0;
}
