import { citeAll } from '../citing/index.ts';
import type { CitedText, ListedWork } from '../citing/index.ts';
import type { CitationStyle } from '../citations/index.ts';
import { gradeWords } from '../evidence/index.ts';
import type { EvidenceLink } from '../evidence/index.ts';
import type { BriefDepth, BriefNote } from '../story/brief-block.ts';
import { mapSpans } from '../story/draft-block.ts';
import type { DraftCite, DraftSpan } from '../story/draft-block.ts';
import type { EntryRef } from '../story/ref.ts';
import type { BriefPart } from './brief.ts';
import type { BriefEvidence } from './evidence.ts';
import { visited } from './visit.ts';

/** How the notes of a brief are made. */
export interface NotesWish {
  readonly style: CitationStyle;
  readonly depth: BriefDepth;
  readonly language: string;
  readonly evidence: BriefEvidence;
  /** Sources that are listed although nothing cites them. */
  readonly uncited: readonly EntryRef[];
}

/** Parts whose notes are numbered, the notes, and the list of sources that goes with them. */
export interface Numbered {
  readonly parts: readonly BriefPart[];
  readonly notes: readonly BriefNote[];
  /** What is cited, then what was to be listed besides, as the style orders them. */
  readonly bibliography: readonly ListedWork[];
  readonly citesAnything: boolean;
}

/** Longer passages are cut: a note is no place to read them. */
const longestQuote = 320;

/**
 * Numbers the notes of a brief in the order of their signs: the footnotes of the draft, what it cites, and in full depth the
 * evidence behind each entry. Everything is cited in one go, so that a source has one number and its first note is the full one.
 */
export function numbered(parts: readonly BriefPart[], wish: NotesWish): Numbered {
  const { style, language, evidence, uncited } = wish;
  const asked: (readonly DraftCite[])[] = [];
  visited(parts, {
    span(span) {
      if (span.cites !== undefined) asked.push(span.cites);
      return [span];
    },
    signs(ref) {
      for (const { cite } of evidenceBehind(ref, wish)) asked.push([cite]);
      return [];
    },
  });
  const { notebook, evidenceFor } = evidence;
  const { citations, bibliography } = citeAll([...asked, ...uncited.map((ref) => [{ ref }])], {
    style,
    notebook,
    evidenceFor,
    locale: language,
  });
  const notes: BriefNote[] = [];
  const add = (note: Omit<BriefNote, 'number'>): number => {
    notes.push({ number: notes.length + 1, ...note, quote: shortened(note.quote) });
    return notes.length;
  };
  // The same places are visited in the same order: what was asked for is answered one by one.
  let at = 0;
  const next = (): CitedText | undefined => {
    at += 1;
    return citations[at - 1];
  };
  const made = visited(parts, {
    span(span) {
      const { footnote } = span;
      if (footnote !== undefined) return [signOf(add({ text: footnote, quote: '', grade: '', fingerprint: '' }))];
      const cited = span.cites === undefined ? undefined : next();
      return cited === undefined ? [span] : citation(cited, style, add);
    },
    signs: (ref) =>
      evidenceBehind(ref, wish).flatMap(({ link, said }) => {
        const cited = next();
        if (cited === undefined) return [];
        const { text, quote, fingerprint } = cited.note;
        const words = said === '' ? text : [{ text: said }, ...text];
        return [add({ text: words, quote, grade: gradeWords(notebook, link), fingerprint })];
      }),
  });
  return { parts: made.map(closedUp), notes, bibliography, citesAnything: asked.length > 0 };
}

/** In the notes style the sign alone; in the others the mark, and a sign where there is a passage to read. */
function citation(
  { mark, note, works }: CitedText,
  style: CitationStyle,
  add: (note: Omit<BriefNote, 'number'>) => number,
): readonly DraftSpan[] {
  const grades = new Set(works.map(({ grade }) => grade).filter((grade) => grade !== ''));
  const sign = (): DraftSpan => signOf(add({ ...note, grade: [...grades].join('; ') }));
  if (style === 'notes') return [sign()];
  const listed = works.length === 1 ? works[0]?.listed : null;
  const words = mark.map((run): DraftSpan => (listed === null || listed === undefined ? run : { ...run, ref: listed }));
  return note.quote === '' ? words : [...words, sign()];
}

function signOf(note: number): DraftSpan {
  return { text: '', note };
}

/** A sign is set right at the end of its word: spaces typed before a citation are not printed before its sign. */
function closedUp(part: BriefPart): BriefPart {
  const blocks = part.blocks.map((block) =>
    block.type === 'draft' ? { ...block, blocks: block.blocks.map((one) => mapSpans(one, withoutGaps)) } : block,
  );
  return { ...part, blocks };
}

function withoutGaps(spans: readonly DraftSpan[]): readonly DraftSpan[] {
  if (!spans.some(({ note }) => note !== undefined)) return spans;
  const kept: DraftSpan[] = [];
  let beforeSign = false;
  for (const span of [...spans].reverse()) {
    const isSign = span.note !== undefined;
    const text: string = beforeSign && !isSign ? span.text.replace(/[^\S\n]+$/u, '') : span.text;
    const isEmpty: boolean = !isSign && text === '';
    if (!isEmpty || text === span.text) kept.push(text === span.text ? span : { ...span, text });
    // What is empty now, or was before, leaves the sign after the run before it.
    beforeSign = isSign || (beforeSign && isEmpty);
  }
  return kept.reverse();
}

interface Behind {
  readonly link: EvidenceLink;
  readonly cite: DraftCite;
  /** What the note begins with; '' for what supports. */
  readonly said: string;
}

const relations = [
  ['supports', ''],
  ['disputes', 'Disputes: '],
  ['context', 'Context: '],
] as const;

/** The evidence for an entry, each passage once on each side. */
function evidenceBehind(ref: EntryRef, { depth, evidence }: NotesWish): readonly Behind[] {
  const fields = depth === 'full' ? (evidence.evidenceFor(ref)?.fields ?? []) : [];
  return relations.flatMap(([relation, said]) => {
    const links = new Map<string, Behind>();
    for (const link of fields.flatMap((field) => field[relation])) {
      const { passage, source } = link;
      const cited = passage === null ? source : passage;
      if (cited === null) continue;
      const kind = passage === null ? 'sources' : 'passages';
      if (!links.has(`${kind} ${cited}`))
        links.set(`${kind} ${cited}`, { link, said, cite: { ref: { kind, id: cited } } });
    }
    return [...links.values()];
  });
}

function shortened(quote: string): string {
  if (quote.length <= longestQuote) return quote;
  const cut = quote.slice(0, longestQuote);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longestQuote / 2)).trimEnd()} …`;
}
