import { createContext, useContext, useMemo } from 'react';
import { mayBeTarget } from '../../../shared/story/evidence-ends.ts';
import type { SectionKind } from '../../../shared/story/sections.ts';
import { useEvidenceSets } from '../../session/evidence.ts';
import { useIds } from '../../session/session-context.ts';

/** What of the story is shown: all of it, or only what is disputed, or what nothing supports. */
export type EvidenceFilter = 'all' | 'disputed' | 'unsupported';

const none: readonly string[] = [];

/** The filter that the lists below follow. The view around them sets it. */
export const EvidenceFilterContext = createContext<EvidenceFilter>('all');

/** The ids of a kind in display order that the filter lets through; the same array until they change. */
export function useFilteredIds(kind: SectionKind): readonly string[] {
  const ids = useIds(kind);
  const filter = useContext(EvidenceFilterContext);
  const { disputed, supported } = useEvidenceSets(kind);
  return useMemo(() => {
    if (filter === 'all') return ids;
    // What claims nothing is neither disputed nor in want of support.
    if (!mayBeTarget({ kind, id: '' })) return none;
    return ids.filter((id) => (filter === 'disputed' ? disputed.has(id) : !supported.has(id)));
  }, [kind, ids, filter, disputed, supported]);
}
