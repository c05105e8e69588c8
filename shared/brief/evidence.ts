import { evidenceIn } from '../citing/index.ts';
import type { EvidenceFor } from '../citing/index.ts';
import {
  gradeWords,
  ledger,
  fieldLabel,
  nameOf,
  quoteOf,
  sideWords,
  sourceName,
  valueWords,
} from '../evidence/index.ts';
import type { EvidenceNotebook, LedgerRow, LedgerStatement, TargetEvidence } from '../evidence/index.ts';
import { joined } from '../story/brief-block.ts';
import type { BriefBlock, BriefConflict, BriefEvent, BriefStatement } from '../story/brief-block.ts';
import { dateInWords } from '../story/dates/index.ts';
import type { Entry } from '../story/entry.ts';
import { refKey } from '../story/ref.ts';
import type { EntryRef } from '../story/ref.ts';
import { plainFromRich } from '../story/rich-text.ts';
import { isSectionKind, section } from '../story/sections.ts';
import type { EntryOf, SectionKind } from '../story/sections.ts';
import type { BriefInput } from './brief.ts';

/** What a brief says of the evidence: the ledger, who disputes what is printed, and what it rests on. */
export interface BriefEvidence {
  readonly notebook: EvidenceNotebook;
  readonly conflicts: readonly BriefConflict[];
  readonly evidenceFor: EvidenceFor;
  /** "Disputed: Insurers’ briefing (Fairly reliable · Doubtful): $6–10bn"; '' where nobody disputes the entry. */
  disputesOf(ref: EntryRef): string;
}

/** Reads the evidence of a notebook once, for one brief. */
export function briefEvidence(input: BriefInput): BriefEvidence {
  const notebook = notebookOf(input);
  const evidenceFor = evidenceIn(notebook);
  // A list of a kind holds entries as that kind's section reads them.
  const links = input.list('evidence') as readonly EntryOf<'evidence'>[];
  // As above.
  const made = input.list('contradictions') as readonly EntryOf<'contradictions'>[];
  const keys = new Map(links.flatMap(({ fields: { to } }) => (to === null ? [] : [[refKey(to), to] as const])));
  const targets = [...keys.values()].map(evidenceFor).filter((target) => target !== undefined);
  return {
    notebook,
    conflicts: ledger(notebook, targets, made).map((row) => conflict(notebook, row)),
    evidenceFor,
    disputesOf: (ref) => disputesOf(notebook, evidenceFor(ref)),
  };
}

/** The blocks with who disputes their entries, and events with how many origins speak for and against them. */
export function withDisputes(
  blocks: readonly BriefBlock[],
  { disputesOf, evidenceFor }: BriefEvidence,
): readonly BriefBlock[] {
  const noted = <T extends { readonly ref: EntryRef }>(item: T): T => {
    const disputed = disputesOf(item.ref);
    return disputed === '' ? item : { ...item, disputed };
  };
  return blocks.map((block): BriefBlock => {
    switch (block.type) {
      case 'figures':
        return { ...block, figures: block.figures.map(noted) };
      case 'timeline':
        return {
          ...block,
          events: block.events.map(noted).map((event) => ({ ...event, ...sides(evidenceFor(event.ref)) })),
        };
      case 'rows':
        return { ...block, rows: block.rows.map(noted) };
      case 'articles':
        return { ...block, articles: block.articles.map(noted) };
      default:
        return block;
    }
  });
}

function sides(target: TargetEvidence | undefined): Pick<BriefEvent, 'supports' | 'disputes'> {
  if (target === undefined) return {};
  const { supports, disputes } = target.origins;
  return { supports: sideWords('supports', supports), disputes: sideWords('disputes', disputes) };
}

/** The lists as a notebook: what is not in a list is not in it. */
function notebookOf(input: BriefInput): EvidenceNotebook {
  const kinds = new Map<SectionKind, ReadonlyMap<string, Entry>>();
  const entries = (kind: SectionKind): ReadonlyMap<string, Entry> => {
    const known = kinds.get(kind);
    if (known !== undefined) return known;
    const read = new Map(input.list(kind).map((entry) => [entry.id, entry] as const));
    kinds.set(kind, read);
    return read;
  };
  return {
    entry: (kind, id) => (isSectionKind(kind) ? entries(kind).get(id) : undefined),
    story: () => input.story(),
    ids: (kind) => [...entries(kind).keys()],
  };
}

function disputesOf(notebook: EvidenceNotebook, target: TargetEvidence | undefined): string {
  const disputes = (target?.fields ?? []).flatMap((field) => field.disputes);
  if (disputes.length === 0) return '';
  const said = disputes.map((link) => {
    const grades = gradeWords(notebook, link);
    const source = `${sourceName(notebook, link)}${grades === '' ? '' : ` (${grades})`}`;
    const value = valueWords(link.entry.fields);
    return value === '' ? source : `${source}: ${value}`;
  });
  return `Disputed: ${[...new Set(said)].join('; ')}`;
}

function conflict(notebook: EvidenceNotebook, { key, made, about, statements }: LedgerRow): BriefConflict {
  const [first] = about;
  const field = first === undefined ? '' : `${nameOf(notebook, first) ?? ''}: ${fieldLabel(first).toLowerCase()}`;
  const fields = made?.fields;
  return {
    ref: made === null ? { kind: 'contradictions', id: key } : { kind: made.kind, id: made.id },
    title: fields === undefined ? field : section('contradictions').title(fields),
    state: section('contradictions').fields.state.plain(fields?.state ?? 'open'),
    judgedBy: fields?.judgedBy ?? '',
    note: plainFromRich(fields?.note ?? []),
    judgement: plainFromRich(fields?.judgement ?? []),
    statements: statements.map((one) => statement(notebook, one)),
  };
}

const relations = section('evidence').fields.relation;

function statement(notebook: EvidenceNotebook, said: LedgerStatement): BriefStatement {
  const { about, link, relation, scope, asOf } = said;
  const day = asOf === null ? '' : `as of ${dateInWords(asOf)}`;
  if (link === null) {
    const who = `${nameOf(notebook, about) ?? ''}, ${fieldLabel(about).toLowerCase()}`;
    return { who, says: valueWords(said), details: joined([scope, day]) };
  }
  const quote = quoteOf(notebook, link);
  return {
    who: sourceName(notebook, link),
    says: joined([
      relation === null ? '' : relations.plain(relation),
      valueWords(said),
      quote === '' ? '' : `“${quote}”`,
    ]),
    details: joined([scope, day, gradeWords(notebook, link)]),
  };
}
