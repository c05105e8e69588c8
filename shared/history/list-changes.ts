import type { DraftBlock, TitleOf } from '../story/draft-block.ts';
import type { EntryRef } from '../story/ref.ts';
import { refKey } from '../story/ref.ts';
import { sectionList } from '../story/sections.ts';
import type { NotebookArchive } from './archive.ts';
import { changedField, fieldOf } from './changed-field.ts';
import type {
  Change,
  ChangeCount,
  ChangedValues,
  ChangePage,
  ChangesOf,
  ChangeVerb,
  Made,
  ManyChanges,
  OneChange,
  PageOfChanges,
} from './change.ts';
import { differenceOf, draftDifference, sameValue } from './difference-of.ts';
import type { Difference } from './difference.ts';
import type { RowInfo } from './document-rows.ts';
import { isMany } from './record.ts';
import type { Recorded, Stroke } from './record.ts';

type Blocks = readonly DraftBlock[];

/** One line of a list of changes. */
type Unit = Recorded | Stroke;

/** Reads an archive as lists of changes. */
export class ChangeList {
  readonly #archive: NotebookArchive;
  #units: readonly Unit[] = [];
  #version = -1;

  constructor(archive: NotebookArchive) {
    this.#archive = archive;
  }

  /** The latest first. `before`: the `next` of the page before, null for the first page. */
  page(of: ChangesOf, { before, limit, differences = true }: PageOfChanges): ChangePage {
    const units = this.#unitsOf(of);
    const changes: Change[] = [];
    let at = Math.min(before ?? units.length, units.length);
    while (at > 0 && changes.length < limit) {
      at -= 1;
      const unit = units[at];
      const change = unit === undefined || isTold(unit, of) ? null : this.#change(unit, differences);
      if (change !== null) changes.push(change);
    }
    return { changes, next: at > 0 ? at : null };
  }

  /** What a change changed from and to; null where there is no such change. */
  values(id: string): ChangedValues | null {
    const recorded = this.#all().find((unit) => isRecorded(unit) && idOf(unit) === id) ?? this.#inMany(id);
    return recorded === undefined || !isRecorded(recorded)
      ? null
      : { before: recorded.before, after: this.#after(recorded) };
  }

  /** Whether something differs after a change and it is not only the bookkeeping of another one. */
  isShown(recorded: Recorded): boolean {
    if (recorded.alongside) return false;
    return recorded.track.of === 'presence' || !sameValue(recorded.before, this.#after(recorded));
  }

  #inMany(id: string): Recorded | undefined {
    for (const unit of this.#all()) {
      if (isRecorded(unit)) continue;
      const found = unit.recorded.find((one) => idOf(one) === id);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  #unitsOf(of: ChangesOf): readonly Unit[] {
    const { tracks } = this.#archive.root;
    switch (of.type) {
      case 'all':
        return this.#all();
      case 'entry':
        return sorted([...tracks.ofEntry(of.ref).flatMap((track) => track.recorded), ...this.#ofDraft(of.ref)]);
      case 'field':
        return tracks.fieldsOf(of.ref).get(of.field)?.recorded ?? [];
      case 'story':
        return sorted(
          tracks
            .ofStory()
            .filter((track) => of.field === undefined || track.field === of.field)
            .flatMap((track) => track.recorded),
        );
      case 'draft':
        return this.#ofDraft({ kind: 'drafts', id: of.id });
      case 'inside': {
        const stroke = this.#all().find((unit) => !isRecorded(unit) && strokeId(unit) === of.change);
        return stroke === undefined || isRecorded(stroke) ? [] : sorted(stroke.recorded);
      }
    }
  }

  #ofDraft(ref: EntryRef): readonly Recorded[] {
    return ref.kind === 'drafts' ? (this.#archive.drafts.get(ref.id)?.track.recorded ?? []) : [];
  }

  /** All lines, oldest first. */
  #all(): readonly Unit[] {
    if (this.#version === this.#archive.version) return this.#units;
    const records = [this.#archive.root.record, ...[...this.#archive.drafts.values()].map((draft) => draft.record)];
    const strokes = records.flatMap((record) => record.strokes);
    this.#units = sorted(strokes.flatMap((stroke): readonly Unit[] => (isMany(stroke) ? [stroke] : stroke.recorded)));
    this.#version = this.#archive.version;
    return this.#units;
  }

  #change(unit: Unit, withDifference: boolean): Change | null {
    if (isRecorded(unit)) return this.isShown(unit) ? this.#one(unit, withDifference) : null;
    return this.#many(unit);
  }

  #one(recorded: Recorded, withDifference: boolean): OneChange {
    const { subject, field } = recorded.track;
    const isField = recorded.verb === 'changed' && field !== null;
    return {
      type: 'one',
      ...madeOf(idOf(recorded), recorded.first, recorded.last),
      subject,
      title: subject.type === 'story' ? '' : (this.#archive.root.titleAfter(subject.ref, recorded.last.seq) ?? ''),
      verb: recorded.verb,
      field: isField ? changedField(subject, field) : null,
      difference: isField && withDifference ? this.#difference(recorded, field) : null,
    };
  }

  #difference(recorded: Recorded, name: string): Difference | null {
    const titleOf: TitleOf = (ref) => this.#archive.root.reader.titleOf(ref);
    const { subject } = recorded.track;
    const [before, after] = [recorded.before, this.#after(recorded)];
    // `DraftReplay` records the blocks of a draft, before and after.
    if (subject.type === 'draft') return draftDifference(before as Blocks, after as Blocks, titleOf);
    const field = fieldOf(subject, name);
    return field === undefined ? null : differenceOf(field, before, after, titleOf);
  }

  #after(recorded: Recorded): unknown {
    const { subject } = recorded.track;
    if (subject.type === 'draft') return this.#archive.drafts.get(subject.ref.id)?.after(recorded);
    return this.#archive.root.after(recorded);
  }

  #many(stroke: Stroke): ManyChanges | null {
    const shown = stroke.recorded.filter((recorded) => this.isShown(recorded));
    if (shown.length === 0) return null;
    return {
      type: 'many',
      ...madeOf(strokeId(stroke), stroke.first, stroke.last),
      counts: countsOf(shown),
      storyFields: shown.filter((recorded) => recorded.track.subject.type === 'story').length,
      begins: stroke.begins,
    };
  }
}

/** What is said of an entry that several things happened to: the first of these. */
const verbOrder: readonly ChangeVerb[] = ['created', 'deleted', 'restored', 'changed', 'moved'];

function countsOf(all: readonly Recorded[]): readonly ChangeCount[] {
  const verbs = new Map<string, { readonly kind: string; verb: ChangeVerb }>();
  for (const { track, verb } of all) {
    if (track.subject.type === 'story') continue;
    const { ref } = track.subject;
    const known = verbs.get(refKey(ref));
    if (known === undefined) verbs.set(refKey(ref), { kind: ref.kind, verb });
    else if (verbOrder.indexOf(verb) < verbOrder.indexOf(known.verb)) known.verb = verb;
  }
  const entries = [...verbs.values()];
  return sectionList.flatMap(({ kind }) =>
    verbOrder.flatMap((verb) => {
      const count = entries.filter((entry) => entry.kind === kind && entry.verb === verb).length;
      return count === 0 ? [] : [{ kind, verb, count }];
    }),
  );
}

/** Whether it is told by the creation of its entry: what a new entry is called is no news beside it. */
function isTold(unit: Unit, of: ChangesOf): boolean {
  if (!isRecorded(unit) || unit.partOf === null || of.type === 'field') return false;
  return !isMany(unit.partOf.stroke);
}

function isRecorded(unit: Unit): unit is Recorded {
  return 'track' in unit;
}

function idOf(recorded: Recorded): string {
  return `${recorded.first.seq} ${recorded.track.key}`;
}

function strokeId(stroke: Stroke): string {
  return `${stroke.first.seq} *`;
}

function sorted<U extends Unit>(units: readonly U[]): readonly U[] {
  return [...units].sort((a, b) => a.last.seq - b.last.seq || a.first.seq - b.first.seq);
}

function madeOf(id: string, first: RowInfo, last: RowInfo): Made {
  const { at, kept, author, authorId, session, origin } = last;
  return { id, first: first.seq, last: last.seq, from: first.at, at, kept, author, authorId, session, origin };
}
