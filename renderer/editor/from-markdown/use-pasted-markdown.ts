import { useCallback } from 'react';
import type { DraftBlock } from '../../../shared/story/draft-block.ts';
import { useCaptures } from '../../session/captures-context.ts';
import { useSession } from '../../session/session-context.ts';

/** Reads a Markdown text that is pasted into a draft; its pictures become files of the notebook. What reads it is fetched when it is needed. */
export function usePastedMarkdown(): (text: string) => Promise<readonly DraftBlock[]> {
  const captures = useCaptures();
  const { id: notebook, reader } = useSession();
  return useCallback(
    async (text) => {
      const { pastedMarkdown } = await import('./paste-markdown.ts');
      return pastedMarkdown(text, {
        captures,
        notebook,
        isKnown: ({ kind, id }) => reader.entry(kind, id) !== undefined,
      });
    },
    [captures, notebook, reader],
  );
}
