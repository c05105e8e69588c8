import { formatCitations } from '../citations/index.ts';
import type { Cite, CitationStyle } from '../citations/index.ts';
import { typedEntry } from '../evidence/index.ts';
import type { EvidenceNotebook } from '../evidence/index.ts';
import { spansOf } from '../story/draft-block.ts';
import type { DraftBlock, DraftCite } from '../story/draft-block.ts';
import type { EntryRef } from '../story/ref.ts';
import { refKey } from '../story/ref.ts';
import type { RichText } from '../story/rich-text.ts';
import { latestCapture, worksOf } from './cited-work.ts';
import type { CitedWork } from './cited-work.ts';
import { evidenceIn } from './evidence-in.ts';
import type { EvidenceFor } from './evidence-in.ts';
import { lacking, listedReference } from './listed-reference.ts';

/** How a text is cited, and what it is cited from. */
export interface CiteRequest {
  readonly style: CitationStyle;
  /** The notebook as read. `StoryReader` is one. */
  readonly notebook: EvidenceNotebook;
  /** Absent: read from the notebook. */
  readonly evidenceFor?: EvidenceFor;
  /** Whose alphabet orders the list; a BCP 47 tag. */
  readonly locale?: string;
}

/** A citation as a note of a brief carries it. */
export interface CiteNote {
  /** In the words of the notes style, whatever the style of the text. */
  readonly text: RichText;
  /** The passages that are cited, each in its own words, parted by " · "; '' for none. */
  readonly quote: string;
  /** SHA-256 in hexadecimal of the capture of the first passage, else of the first source; '' for none. */
  readonly fingerprint: string;
}

/** What one citation of a text prints, and what it leads to. */
export interface CitedText {
  /** "[1, p. 12]", "(Osei 2015, 12)", or in the notes style the words of the note. */
  readonly mark: RichText;
  readonly note: CiteNote;
  /** What each thing that is cited leads to, in the order of the citation. */
  readonly works: readonly CitedWork[];
}

/** An entry of the list of sources. */
export interface ListedWork {
  /** A source, or an entry of the notebook that no source supports. */
  readonly ref: EntryRef;
  /** The number by which it is cited; '' where the style has none. */
  readonly label: string;
  readonly runs: RichText;
  /** SHA-256 of its newest capture, in hexadecimal; '' for none. */
  readonly fingerprint: string;
  /** What the source does not say and the list leaves open: "author", "date". */
  readonly lacks: readonly string[];
}

/** Everything that a text with citations prints of them. */
export interface CitedDraft {
  /** In the order of the text. */
  readonly citations: readonly CitedText[];
  readonly bibliography: readonly ListedWork[];
}

/** The citations of a draft in reading order, and its list of sources. */
export function citeDraft(blocks: readonly DraftBlock[], request: CiteRequest): CitedDraft {
  return citeAll(
    spansOf(blocks).flatMap(({ cites }) => (cites === undefined ? [] : [cites])),
    request,
  );
}

/** The citations of any text in their order, each with the things that it names, and the list of sources. */
export function citeAll(citations: readonly (readonly DraftCite[])[], request: CiteRequest): CitedDraft {
  const { style, notebook, evidenceFor = evidenceIn(notebook), locale } = request;
  const cited = citations.map((cites) => cites.map((cite) => ({ cite, works: worksOf(cite, notebook, evidenceFor) })));
  const works = cited.map((cites) => cites.flatMap((one) => one.works));
  const listed = new Map(
    works.flat().flatMap((one) => (one.listed === null ? [] : [[refKey(one.listed), one.listed]])),
  );
  const items = [...listed.values()].flatMap((ref) => listedReference(notebook, ref) ?? []);
  const asked = { items, citations: cited.map((cites) => cites.flatMap(printedCites)), ...(locale && { locale }) };
  const printed = formatCitations({ ...asked, style });
  const notes = style === 'notes' ? printed : formatCitations({ ...asked, style: 'notes' });
  return {
    citations: works.map((ofOne, at) => ({
      mark: printed.citations[at] ?? [],
      note: noteOf(notes.citations[at] ?? [], ofOne),
      works: ofOne,
    })),
    bibliography: printed.bibliography.flatMap(({ item, label, runs }) => {
      const ref = listed.get(item);
      if (ref === undefined) return [];
      return [{ ref, label, runs, fingerprint: fingerprintOf(notebook, ref), lacks: lacking(notebook, ref) }];
    }),
  };
}

interface Resolved {
  readonly cite: DraftCite;
  readonly works: readonly CitedWork[];
}

/** The words before stand before the first work that an entry leads to, those after it behind the last. */
function printedCites({ cite: { ref, prefix = '', suffix = '' }, works }: Resolved): readonly Cite[] {
  return works.map(({ listed, locator }, at) => ({
    item: refKey(listed ?? { kind: `missing ${ref.kind}`, id: ref.id }),
    ...(locator === '' ? {} : { locator }),
    ...(at === 0 && prefix !== '' ? { prefix } : {}),
    ...(at === works.length - 1 && suffix !== '' ? { suffix } : {}),
  }));
}

function noteOf(text: RichText, works: readonly CitedWork[]): CiteNote {
  const quotes = new Set(works.map(({ quote }) => quote).filter((quote) => quote !== ''));
  const carrier = works.find(({ quote }) => quote !== '') ?? works.find(({ fingerprint }) => fingerprint !== '');
  return { text, quote: [...quotes].join(' · '), fingerprint: carrier?.fingerprint ?? '' };
}

function fingerprintOf(notebook: EvidenceNotebook, { kind, id }: EntryRef): string {
  const source = kind === 'sources' ? typedEntry(notebook, 'sources', id) : undefined;
  return source === undefined ? '' : latestCapture(source);
}
