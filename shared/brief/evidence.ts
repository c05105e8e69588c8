import {
  gather,
  gradeWords,
  ledger,
  fieldLabel,
  nameOf,
  originOf,
  quoteOf,
  readLink,
  sourceName,
  valueWords,
} from '../evidence/index.ts';
import type { EvidenceLink, EvidenceNotebook, LedgerRow, LedgerStatement, TargetEvidence } from '../evidence/index.ts';
import { joined } from '../story/brief-block.ts';
import type { BriefBlock, BriefConflict, BriefStatement } from '../story/brief-block.ts';
import { dateInWords } from '../story/dates/index.ts';
import type { Entry } from '../story/entry.ts';
import { refKey } from '../story/ref.ts';
import type { EntryRef } from '../story/ref.ts';
import { plainFromRich } from '../story/rich-text.ts';
import { isSectionKind, section } from '../story/sections.ts';
import type { EntryOf, SectionKind } from '../story/sections.ts';
import type { BriefInput } from './brief.ts';

/** What a brief says of the evidence: the ledger, and who disputes what is printed. */
export interface BriefEvidence {
  readonly conflicts: readonly BriefConflict[];
  /** "Disputed: Insurers’ briefing (Fairly reliable · Doubtful): $6–10bn"; '' where nobody disputes the entry. */
  disputesOf(ref: EntryRef): string;
}

/** Reads the evidence of a notebook once, for one brief. */
export function briefEvidence(input: BriefInput): BriefEvidence {
  const notebook = notebookOf(input);
  const targets = allTargets(input, notebook);
  const byKey = new Map(targets.map((target) => [refKey(target.target), target]));
  // A list of a kind holds entries as that kind's section reads them.
  const made = input.list('contradictions') as readonly EntryOf<'contradictions'>[];
  return {
    conflicts: ledger(notebook, targets, made).map((row) => conflict(notebook, row)),
    disputesOf: (ref) => disputesOf(notebook, byKey.get(refKey(ref))),
  };
}

/** The blocks with who disputes their entries. */
export function withDisputes(blocks: readonly BriefBlock[], { disputesOf }: BriefEvidence): readonly BriefBlock[] {
  const noted = <T extends { readonly ref: EntryRef }>(item: T): T => {
    const disputed = disputesOf(item.ref);
    return disputed === '' ? item : { ...item, disputed };
  };
  return blocks.map((block): BriefBlock => {
    switch (block.type) {
      case 'figures':
        return { ...block, figures: block.figures.map(noted) };
      case 'timeline':
        return { ...block, events: block.events.map(noted) };
      case 'rows':
        return { ...block, rows: block.rows.map(noted) };
      case 'articles':
        return { ...block, articles: block.articles.map(noted) };
      default:
        return block;
    }
  });
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

function allTargets(input: BriefInput, notebook: EvidenceNotebook): readonly TargetEvidence[] {
  const links = new Map<string, EvidenceLink[]>();
  // As above: a list of a kind holds entries of that kind.
  for (const entry of input.list('evidence') as readonly EntryOf<'evidence'>[]) {
    const { to } = entry.fields;
    if (to === null) continue;
    const link = readLink(notebook, entry);
    const others = links.get(refKey(to));
    if (others === undefined) links.set(refKey(to), [link]);
    else others.push(link);
  }
  const repeatsOf = (id: string): string | null => {
    // The field of a source.
    const repeats = (notebook.entry('sources', id) as EntryOf<'sources'> | undefined)?.fields.repeats ?? null;
    return repeats?.kind === 'sources' ? repeats.id : null;
  };
  return [...links.values()].flatMap((group) => {
    const to = group[0]?.entry.fields.to ?? null;
    return to === null ? [] : [gather(to, group, (source) => originOf(source, repeatsOf))];
  });
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
