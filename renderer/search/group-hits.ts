import type { SearchHit } from '../../shared/search/engine.ts';
import { storyKind } from '../../shared/search/records.ts';
import { findSection } from '../../shared/story/sections.ts';

/** Hits of one section, under its name. */
export interface HitGroup {
  readonly kind: string;
  readonly label: string;
  readonly hits: readonly SearchHit[];
}

/** Hits by section; the section with the best hit first, the hits in their own order. */
export function groupHits(hits: readonly SearchHit[]): readonly HitGroup[] {
  const groups = new Map<string, SearchHit[]>();
  for (const hit of hits) groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), hit]);
  return [...groups].map(([kind, inGroup]) => ({ kind, label: labelOf(kind), hits: inGroup }));
}

function labelOf(kind: string): string {
  if (kind === storyKind) return 'Story';
  const section = findSection(kind);
  // Fiction says what it is wherever it is shown.
  return section === undefined ? kind : section.names.many + (section.fictional === true ? ' (fiction)' : '');
}
