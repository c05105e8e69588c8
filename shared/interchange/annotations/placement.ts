import * as v from 'valibot';
import { mayBeEvidence, mayBeTarget, wholeStory } from '../../story/evidence-ends.ts';
import type { EntryDraft } from '../../story/entry.ts';
import type { PageEntry } from '../../story/page-rule.ts';
import { entryRefSchema, refKey } from '../../story/ref.ts';
import type { EntryRef } from '../../story/ref.ts';
import { richTextSchema } from '../../story/rich-text.ts';
import { findSection } from '../../story/sections.ts';
import type { Json, JsonObject } from '../../story/section.ts';
import { bareAddress } from '../duplicates.ts';
import { isObject, own, textOf } from '../plain-json.ts';
import { joinedRich } from './bodies.ts';
import { entryIri, hashIn, uuidIn } from './iris.ts';
import { isHere, isTaken } from './known-entries.ts';
import type { KnownEntries } from './known-entries.ts';
import { annotationKinds, creatorOf, standardFields } from './standard-fields.ts';
import type { AnnotationKind } from './standard-fields.ts';
import { readTarget } from './targets.ts';
import { ours } from './vocabulary.ts';

/** An annotation of a file with its place in it. */
export interface Item {
  readonly item: JsonObject;
  readonly line: number;
}

/** An annotation with what it may become. */
interface Candidate extends Item {
  readonly kind: AnnotationKind;
  readonly ref: EntryRef;
  /** Whether this program wrote it. */
  readonly isOurs: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

type Placed = { readonly fields: Readonly<Record<string, unknown>> } | { readonly why: string };

const noSource = 'Its source is not in this notebook.';
const noEntry = 'What it is about is not in this notebook.';
const noEvidence = 'Only passages and sources are evidence, and never for fiction.';

/** Finds out what the annotations of one file belong to. */
export class Placement {
  readonly #known: KnownEntries;
  readonly #newId: () => string;
  /** What each annotation of the file becomes, by its IRI. */
  readonly #byIri = new Map<string, EntryRef>();
  /** Ids that annotations of the file have. */
  readonly #claimed = new Set<string>();
  /** What will be there once the file is imported. */
  readonly #coming = new Set<string>();
  readonly #byHash = new Map<string, EntryRef>();
  readonly #byAddress = new Map<string, EntryRef>();

  constructor(known: KnownEntries, newId: () => string) {
    this.#known = known;
    this.#newId = newId;
    for (const { id, address, captures } of known.sources) {
      const ref = { kind: 'sources', id };
      for (const { hash } of captures) this.#byHash.set(hash, ref);
      for (const one of [address, ...captures.map((capture) => capture.address ?? '')]) {
        const bare = bareAddress(one);
        if (bare !== '' && !this.#byAddress.has(bare)) this.#byAddress.set(bare, ref);
      }
      this.#byIri.set(entryIri(ref), ref);
    }
  }

  /** Passages first, for notes and evidence may be about them; replies after what they answer, wherever they stand. */
  place(items: readonly Item[]): {
    readonly entries: readonly PageEntry[];
    readonly unplaced: readonly (Item & { readonly why: string })[];
    readonly known: number;
  } {
    const candidates = items.map((one) => this.#candidate(one));
    const unplaced: (Item & { readonly why: string })[] = [];
    const entries: PageEntry[] = [];
    let known = 0;
    const settle = (one: Candidate, placed: Placed): void => {
      if ('why' in placed) unplaced.push({ item: one.item, line: one.line, why: placed.why });
      else {
        this.#coming.add(refKey(one.ref));
        entries.push({ draft: this.#draftOf(one, placed.fields), line: one.line, doubts: [] });
      }
    };
    const waiting = candidates.filter((one) => {
      if (!one.isOurs || !isHere(this.#known, one.ref)) return true;
      known += 1;
      return false;
    });
    const of = (kind: AnnotationKind) => waiting.filter((one) => one.kind === kind);
    for (const one of of('passages')) settle(one, this.#passage(one));
    for (const one of of('evidence')) settle(one, this.#evidence(one));
    for (const one of this.#inThreads(of('annotations'))) settle(one, this.#note(one));
    const order = (kind: string): number => annotationKinds.findIndex((one) => one === kind);
    entries.sort((a, b) => order(a.draft.kind) - order(b.draft.kind) || a.line - b.line);
    unplaced.sort((a, b) => a.line - b.line);
    return { entries, unplaced, known };
  }

  #candidate({ item, line }: Item): Candidate {
    const [, said = '', id = ''] = /^([a-z]+)\/([^/\s]{1,128})$/.exec(textOf(item, ours.entry)) ?? [];
    const kind = annotationKinds.find((one) => one === said);
    const iri = textOf(item, 'id') || textOf(item, '@id');
    const isOurs = kind !== undefined;
    const fallback = readTarget(item).quote === null ? 'annotations' : 'passages';
    const own = { kind: kind ?? fallback, id: isOurs ? id : uuidIn(iri) };
    const isKnown = isOurs && isHere(this.#known, own);
    const isFree = own.id !== '' && !this.#claimed.has(refKey(own)) && (isKnown || !isTaken(this.#known, own));
    const ref = isFree ? own : { ...own, id: this.#newId() };
    this.#claimed.add(refKey(ref));
    if (iri !== '' && !this.#byIri.has(iri)) this.#byIri.set(iri, ref);
    const standard = standardFields(item, own.kind);
    const fields = { ...standard, ...(isOurs ? storedFields(item, own.kind) : byWhom(standard, item)) };
    return { item, line, kind: own.kind, ref, isOurs, fields };
  }

  /** Notes, each after the one it answers, wherever they stand in the file. */
  *#inThreads(notes: readonly Candidate[]): Generator<Candidate> {
    const open = new Set(notes.map(({ ref }) => refKey(ref)));
    const answers = new Map<string, Candidate[]>();
    const first = notes.filter((one) => {
      const parent = this.#parentOf(one);
      if (parent === null || !open.has(refKey(parent))) return true;
      const known = answers.get(refKey(parent));
      if (known === undefined) answers.set(refKey(parent), [one]);
      else known.push(one);
      return false;
    });
    // Those that answer each other in a circle come last, in the order of the file.
    for (const start of [...first, ...notes]) {
      const next = [start];
      for (let one = next.pop(); one !== undefined; one = next.pop()) {
        const key = refKey(one.ref);
        if (!open.delete(key)) continue;
        yield one;
        next.push(...(answers.get(key) ?? []).toReversed());
      }
    }
  }

  /** What a note answers, or is about, among the annotations. */
  #parentOf({ item, fields }: Candidate): EntryRef | null {
    const said = refOf(fields['replyTo']);
    return said === null ? this.#answered(item) : this.#mapped(said);
  }

  #passage({ item, fields }: Candidate): Placed {
    if (fields['quote'] === null || fields['quote'] === undefined) return { why: 'It has no quote.' };
    const capture = typeof fields['capture'] === 'string' ? fields['capture'] : '';
    const said = refOf(fields['source']);
    const source = this.#byHash.get(capture) ?? (said !== null && this.#isThere(said) ? said : this.#sourceOf(item));
    if (source === null || source.kind !== 'sources') return { why: noSource };
    const captures = this.#known.sources.find(({ id }) => id === source.id)?.captures ?? [];
    // Of a source that is known by its address, the latest capture is the likeliest: the quote finds its place in it.
    const read = captures.some(({ hash }) => hash === capture) ? capture : (captures.at(-1)?.hash ?? capture);
    return { fields: { ...fields, source, capture: read } };
  }

  #note(one: Candidate): Placed {
    const { item, fields } = one;
    const about = refOf(fields['target']);
    const parent = this.#parentOf(one);
    const replyTo =
      parent !== null && parent.kind === 'annotations' && this.#isThere(parent) ? this.#mapped(parent) : null;
    const target =
      about ??
      (parent !== null && parent.kind !== 'annotations' ? parent : this.#threadOf(replyTo)) ??
      this.#sourceOf(item);
    if (target === null || !this.#isThere(target)) return { why: about === null ? noSource : noEntry };
    if (parent?.kind === 'annotations' && replyTo === null && about === null) return { why: noEntry };
    // A thread has one first note, which all others answer.
    const first = replyTo === null ? null : (this.#roots.get(refKey(replyTo)) ?? replyTo);
    return { fields: { ...fields, target: this.#mapped(target), replyTo: first } };
  }

  #evidence({ fields }: Candidate): Placed {
    const [from, to] = [refOf(fields['from']), refOf(fields['to'])];
    if (from === null || to === null || !this.#isThere(from) || !this.#isThere(to)) return { why: noEntry };
    if (!mayBeEvidence(from) || !mayBeTarget(to)) return { why: noEvidence };
    return { fields: { ...fields, from: this.#mapped(from), to: this.#mapped(to) } };
  }

  /** The known source that an annotation's target is, by what was captured or by its address. */
  #sourceOf(item: JsonObject): EntryRef | null {
    const { iris, capture } = readTarget(item);
    const byHash = [capture, ...iris.map(hashIn)].map((hash) => this.#byHash.get(hash));
    const byAddress = iris.map((iri) => this.#byAddress.get(bareAddress(iri)));
    const byIri = iris.map((iri) => this.#byIri.get(iri)).map((ref) => (ref?.kind === 'sources' ? ref : undefined));
    return [...byHash, ...byAddress, ...byIri].find((ref) => ref !== undefined) ?? null;
  }

  /** The annotation that this one is about, if it is about one. */
  #answered(item: JsonObject): EntryRef | null {
    const refs = readTarget(item).iris.map((iri) => this.#byIri.get(iri));
    return refs.find((ref) => ref !== undefined && ref.kind !== 'sources') ?? null;
  }

  /** What each note of the file is about, and the first note of its thread. */
  readonly #threads = new Map<string, EntryRef>();
  readonly #roots = new Map<string, EntryRef>();

  /** What the thread is about that a note belongs to. */
  #threadOf(ref: EntryRef | null): EntryRef | null {
    return ref === null ? null : (this.#threads.get(refKey(ref)) ?? null);
  }

  #isThere(ref: EntryRef): boolean {
    return ref.kind === wholeStory.kind || this.#coming.has(refKey(this.#mapped(ref))) || isHere(this.#known, ref);
  }

  /** Where a reference of the file leads: entries may have got another id. */
  #mapped(ref: EntryRef): EntryRef {
    const now = this.#byIri.get(entryIri(ref));
    return now !== undefined && now.kind === ref.kind ? { ...ref, id: now.id } : ref;
  }

  #draftOf({ ref, kind, item }: Candidate, fields: Readonly<Record<string, unknown>>): EntryDraft {
    const target = refOf(fields['target']);
    if (kind === 'annotations' && target !== null) {
      this.#threads.set(refKey(ref), target);
      this.#roots.set(refKey(ref), refOf(fields['replyTo']) ?? ref);
    }
    const section = findSection(kind);
    // Only what the fields themselves can read comes in.
    const parsed = Object.entries(section?.fields ?? {}).flatMap(([name, field]) => {
      const value = fields[name] === undefined ? undefined : field.parse(fields[name]);
      return value === undefined ? [] : [[name, value] as const];
    });
    const extra = own(item, ours.extra);
    return { kind, id: ref.id, fields: Object.fromEntries(parsed), ...(isObject(extra) ? { extra } : {}) };
  }
}

/** A passage of another program says in its note who made it: here it was made by whoever imports it. */
function byWhom({ note }: Readonly<Record<string, unknown>>, item: JsonObject): Readonly<Record<string, unknown>> {
  const creator = creatorOf(item);
  const rich = v.safeParse(richTextSchema, note);
  if (!rich.success || creator === '') return {};
  return { note: joinedRich([rich.output, [{ text: `By ${creator}` }]]) };
}

/** The fields of an entry that stand under our own prefix. */
function storedFields(item: JsonObject, kind: AnnotationKind): Readonly<Record<string, Json>> {
  const stored = own(item, ours.fields);
  const known = findSection(kind)?.fields ?? {};
  if (!isObject(stored)) return {};
  return Object.fromEntries(Object.entries(stored).filter(([name, value]) => known[name]?.parse(value) !== undefined));
}

function refOf(value: unknown): EntryRef | null {
  const result = v.safeParse(entryRefSchema, value);
  return result.success ? result.output : null;
}
