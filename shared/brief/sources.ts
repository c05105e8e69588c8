import type { ListedWork } from '../citing/index.ts';
import { nameOf, typedEntry } from '../evidence/index.ts';
import type { EvidenceNotebook } from '../evidence/index.ts';
import type { BriefBlock, BriefReference } from '../story/brief-block.ts';
import { refKey } from '../story/ref.ts';
import { section } from '../story/sections.ts';
import type { BriefPart } from './brief.ts';

/** The list of sources as the style prints it, in the place of the plain one. */
export function withListed(part: BriefPart, works: readonly ListedWork[], notebook: EvidenceNotebook): BriefPart {
  const blocks = part.blocks.map((block): BriefBlock => {
    if (block.type !== 'references') return block;
    const known = new Map(block.references.map((reference) => [refKey(reference.ref), reference]));
    return { ...block, references: works.map((work) => reference(work, known.get(refKey(work.ref)), notebook)) };
  });
  return { ...part, blocks };
}

/** A list of what is cited, for a brief that cites in a style that needs one and prints no other. */
export function citedPart(works: readonly ListedWork[], notebook: EvidenceNotebook): BriefPart {
  const references = works.map((work) => reference(work, undefined, notebook));
  return { kind: 'sources', heading: 'Sources cited', blocks: [{ type: 'references', references }] };
}

function reference(work: ListedWork, known: BriefReference | undefined, notebook: EvidenceNotebook): BriefReference {
  const { ref, label, runs, fingerprint } = work;
  const plain = known ?? { ref, title: nameOf(notebook, ref) ?? '', address: '', meta: '', note: '' };
  return { ...plain, listed: { label, runs, grade: gradeOf(work, notebook), fingerprint } };
}

function gradeOf({ ref }: ListedWork, notebook: EvidenceNotebook): string {
  const source = ref.kind === 'sources' ? typedEntry(notebook, 'sources', ref.id) : undefined;
  const grade = source?.fields.reliability ?? 'unset';
  return grade === 'unset' ? '' : section('sources').fields.reliability.plain(grade);
}
