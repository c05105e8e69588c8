import { useMemo } from 'react';
import { useEntries } from '../../session/session-context.ts';
import { sourceItem } from './source-filter.ts';
import type { SourceItem } from './source-filter.ts';

/** All sources of the shown notebook in their own order, with how many passages of each are highlighted. */
export function useSourceItems(): readonly SourceItem[] {
  const sources = useEntries('sources');
  const passages = useEntries('passages');
  const highlights = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { fields } of passages) {
      const id = fields.source?.id;
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  }, [passages]);
  return useMemo(
    () => sources.map((source) => sourceItem(source, highlights.get(source.id) ?? 0)),
    [sources, highlights],
  );
}
