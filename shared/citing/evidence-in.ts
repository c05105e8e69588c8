import { gather, originOf, readLink, typedEntry } from '../evidence/index.ts';
import type { EvidenceLink, EvidenceNotebook, TargetEvidence } from '../evidence/index.ts';
import type { EntryRef } from '../story/ref.ts';
import { refKey } from '../story/ref.ts';

/** The evidence for an entry; undefined where nothing links to it. `EvidenceIndex.about` is one. */
export type EvidenceFor = (ref: EntryRef) => TargetEvidence | undefined;

/** The evidence of a notebook that has no index, read when it is first asked for and once. */
export function evidenceIn(notebook: EvidenceNotebook): EvidenceFor {
  let links: ReadonlyMap<string, readonly EvidenceLink[]> | null = null;
  return (ref) => {
    links ??= linksByTarget(notebook);
    const found = links.get(refKey(ref));
    return found === undefined ? undefined : gather(ref, found, (source) => originOf(source, repeats(notebook)));
  };
}

function linksByTarget(notebook: EvidenceNotebook): ReadonlyMap<string, readonly EvidenceLink[]> {
  const links = new Map<string, EvidenceLink[]>();
  for (const id of notebook.ids('evidence')) {
    const entry = typedEntry(notebook, 'evidence', id);
    const to = entry?.fields.to ?? null;
    if (entry === undefined || to === null) continue;
    const link = readLink(notebook, entry);
    const others = links.get(refKey(to));
    if (others === undefined) links.set(refKey(to), [link]);
    else others.push(link);
  }
  return links;
}

function repeats(notebook: EvidenceNotebook): (source: string) => string | null {
  return (id) => {
    const ref = typedEntry(notebook, 'sources', id)?.fields.repeats ?? null;
    return ref?.kind === 'sources' ? ref.id : null;
  };
}
