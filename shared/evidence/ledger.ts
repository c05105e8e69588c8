import { dateBounds } from '../story/dates/index.ts';
import type { StoryDate } from '../story/dates/index.ts';
import { wholeStory } from '../story/evidence-ends.ts';
import { storyDateSchema } from '../story/fields.ts';
import { refKey } from '../story/ref.ts';
import type { EntryRef } from '../story/ref.ts';
import { findSection, isSectionKind, sectionKinds } from '../story/sections.ts';
import type { EntryOf } from '../story/sections.ts';
import { storyFields } from '../story/story-fields.ts';
import * as v from 'valibot';
import { fieldKey } from './gather.ts';
import type { FieldEvidence, Relation, TargetEvidence } from './gather.ts';
import type { EvidenceLink } from './link.ts';
import { typedEntry } from './notebook.ts';
import type { EvidenceNotebook } from './notebook.ts';
import { fieldWords, sourceName } from './words.ts';

/** One thing that is said: by the notebook itself (`link` null), or by a passage or source. */
export interface LedgerStatement {
  readonly key: string;
  /** The field that it is said of. */
  readonly about: EntryRef;
  readonly link: EvidenceLink | null;
  /** Null for what the notebook itself says. */
  readonly relation: Relation | null;
  /** The value given; '' where the link gives none. */
  readonly value: string;
  readonly unit: string;
  readonly scope: string;
  readonly asOf: StoryDate | null;
}

/** Values that stand against each other. */
export interface LedgerRow {
  readonly key: string;
  /** What people keep of it; null for one that the ledger found by itself. */
  readonly made: EntryOf<'contradictions'> | null;
  /** The fields compared; those of entries that are gone included. */
  readonly about: readonly EntryRef[];
  readonly statements: readonly LedgerStatement[];
}

/** The rows, in the order of the story. Nothing in them says who is right, and no grade decides their order. */
export function ledger(
  notebook: EvidenceNotebook,
  targets: readonly TargetEvidence[],
  made: readonly EntryOf<'contradictions'>[],
): readonly LedgerRow[] {
  const fields = new Map(targets.flatMap((target) => target.fields).map((field) => [keyOf(field), field]));
  const covered = new Set(made.flatMap((one) => one.fields.about.map(fieldKey)));
  const found = [...fields.values()]
    .filter((field) => isConflict(field) && !covered.has(fieldKey(field.target)))
    .map((field): LedgerRow => {
      const statements = [...ownStatement(notebook, field.target), ...linked(field)];
      return { key: keyOf(field), made: null, about: [field.target], statements: inOrder(notebook, statements) };
    });
  const kept = made.map((one): LedgerRow => {
    const about = distinct(one.fields.about);
    const statements = about.flatMap((ref) => [
      ...ownStatement(notebook, ref),
      ...[...fields.values()].filter((field) => fieldKey(field.target) === fieldKey(ref)).flatMap(linked),
    ]);
    return { key: refKey(one), made: one, about, statements: inOrder(notebook, statements) };
  });
  return inStoryOrder(notebook, [...found, ...kept]);
}

/** Whether what is linked to a field does not agree, see [CL1]. */
export function isConflict(field: FieldEvidence): boolean {
  if (field.disputes.length > 0 && field.supports.length > 0) return true;
  if (field.disputes.some((link) => link.entry.fields.value.trim() !== '')) return true;
  const values = [...field.supports, ...field.disputes, ...field.context]
    .map((link) => comparable(link.entry.fields))
    .filter((value) => value !== '');
  return new Set(values).size > 1;
}

/** A value as it is compared: "2,000  Tons" and "2000 tons" are one. */
function comparable({ value, unit }: { readonly value: string; readonly unit: string }): string {
  if (value.trim() === '') return '';
  return `${value} ${unit}`
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)[\s,'’](?=\d{3}(?!\d))/g, '')
    .replace(/\s+/g, '');
}

/** Sentences of one draft are rows of their own. */
function keyOf({ target, sentence }: FieldEvidence): string {
  return sentence === null ? fieldKey(target) : `${fieldKey(target)} ${sentence}`;
}

function linked(field: FieldEvidence): readonly LedgerStatement[] {
  return [...field.supports, ...field.disputes, ...field.context].map((link) => {
    const { relation, value, unit, scope, asOf } = link.entry.fields;
    return { key: link.id, about: field.target, link, relation, value, unit, scope, asOf };
  });
}

/** What the notebook says in the field itself, with the unit, scope and day of an entry that has such fields. */
function ownStatement(notebook: EvidenceNotebook, about: EntryRef): readonly LedgerStatement[] {
  const entry = about.kind === wholeStory.kind ? undefined : notebook.entry(about.kind, about.id);
  const value = entry === undefined || entry.deletedAt === null ? fieldWords(notebook, about) : '';
  if (value === '') return [];
  const words = (name: string): string => {
    const stored = about.field === 'value' ? entry?.fields[name] : undefined;
    return typeof stored === 'string' ? stored : '';
  };
  const day = v.safeParse(storyDateSchema, about.field === 'value' ? entry?.fields['asOf'] : undefined);
  const asOf = day.success ? day.output : null;
  const [unit, scope] = [words('unit'), words('scope')];
  return [{ key: `own ${fieldKey(about)}`, about, link: null, relation: null, value, unit, scope, asOf }];
}

/** What the notebook says first, field by field; then by date, then by the source's name. */
function inOrder(notebook: EvidenceNotebook, statements: readonly LedgerStatement[]): readonly LedgerStatement[] {
  const keyed = statements.map((statement) => {
    const { link } = statement;
    const name = link === null ? '' : sourceName(notebook, link);
    return { statement, own: link === null, day: dayOf(notebook, statement), name };
  });
  keyed.sort((a, b) => {
    if (a.own || b.own) return Number(b.own) - Number(a.own);
    return a.day - b.day || compare(a.name, b.name) || compare(a.statement.key, b.statement.key);
  });
  return keyed.map(({ statement }) => statement);
}

/** The day of a value, or else of its source, milliseconds since 1970; what has none comes last. */
function dayOf(notebook: EvidenceNotebook, { asOf, link }: LedgerStatement): number {
  const source = link?.source ?? null;
  const date = asOf ?? (source === null ? null : (typedEntry(notebook, 'sources', source)?.fields.published ?? null));
  const bounds = date === null ? null : dateBounds(date.edtf);
  return bounds?.start ?? bounds?.end ?? Number.MAX_SAFE_INTEGER;
}

function inStoryOrder(notebook: EvidenceNotebook, rows: readonly LedgerRow[]): readonly LedgerRow[] {
  const orders = new Map<string, ReadonlyMap<string, number>>();
  const orderOf = (kind: string): ReadonlyMap<string, number> => {
    const known = orders.get(kind);
    if (known !== undefined) return known;
    const order = new Map(isSectionKind(kind) ? notebook.ids(kind).map((id, index) => [id, index] as const) : []);
    orders.set(kind, order);
    return order;
  };
  const placeOf = ({ kind, id, field }: EntryRef): readonly number[] => {
    const isStory = kind === wholeStory.kind;
    const names = Object.keys(isStory ? storyFields : (findSection(kind)?.fields ?? {}));
    const section = isStory ? -1 : sectionKinds.findIndex((one) => one === kind);
    const entry = isStory ? 0 : (orderOf(kind).get(id) ?? Number.MAX_SAFE_INTEGER);
    return [section === -1 && !isStory ? sectionKinds.length : section, entry, names.indexOf(field ?? '')];
  };
  const last = [sectionKinds.length, Number.MAX_SAFE_INTEGER, 0];
  return rows
    .map((row) => ({ row, place: row.about.map(placeOf).sort(byPlace)[0] ?? last }))
    .sort((a, b) => byPlace(a.place, b.place) || compare(a.row.key, b.row.key))
    .map(({ row }) => row);
}

function byPlace(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((number, index) => number !== b[index]);
  return at === -1 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function distinct(refs: readonly EntryRef[]): readonly EntryRef[] {
  return [...new Map(refs.map((ref) => [fieldKey(ref), ref])).values()];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
