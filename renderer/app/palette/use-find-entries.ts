import { useMemo } from 'react';
import { storyKind } from '../../../shared/search/records.ts';
import type { SearchHit } from '../../../shared/search/engine.ts';
import { findSection } from '../../../shared/story/sections.ts';
import { useNotebookSearch } from '../../search/index.ts';
import { goToEntry } from '../../session/place-of.ts';
import { useSession, useView } from '../../session/session-context.ts';
import type { FindEntries } from './palette-items.ts';

/** Hits that stand below the commands. */
const mostEntries = 8;

/** Finds entries of the open notebook for the palette, through its search. */
export function useFindEntries(): FindEntries {
  const search = useNotebookSearch();
  const { reader } = useSession();
  const view = useView();
  return useMemo(() => {
    const land = (hit: SearchHit): void => {
      if (hit.kind === storyKind) view.go({ view: 'story', find: hit.find }, null);
      else goToEntry(view, reader, hit, hit.find);
    };
    return async (query) => {
      const { hits } = await search.query(query, mostEntries);
      return hits.map((hit) => ({
        // The slash tells entries from actions.
        id: `entry/${hit.key}`,
        title: hit.title.map((piece) => piece.text).join(''),
        hint: findSection(hit.kind)?.names.one ?? 'Story',
        run: () => land(hit),
      }));
    };
  }, [search, reader, view]);
}
