import { useEffect, useState } from 'react';
import { sentencesOf } from '../../../shared/lib/sentences.ts';
import type { Sentence } from '../../../shared/lib/sentences.ts';
import { draftText } from '../../../shared/story/draft-block.ts';
import { readDraftBlocks } from '../../../shared/story/reading/draft-blocks.ts';
import { useSession } from '../../session/session-context.ts';

/** The text of a draft and its sentences. */
export interface DraftSentences {
  readonly draft: string;
  readonly text: string;
  readonly sentences: readonly Sentence[];
}

/** The sentences of a draft; null while it is read, and where it is no draft. */
export function useSentences(draft: string | null): DraftSentences | null {
  const session = useSession();
  const [read, setRead] = useState<DraftSentences | null>(null);
  useEffect(() => {
    if (draft === null) return undefined;
    let isWanted = true;
    void session.draft(draft).then((opened) => {
      const blocks = opened.ok ? readDraftBlocks(opened.value.doc) : [];
      if (opened.ok) opened.value.release();
      const text = draftText(blocks, (ref) => session.reader.titleOf(ref));
      if (isWanted) setRead({ draft, text, sentences: sentencesOf(text) });
    });
    return () => {
      isWanted = false;
    };
  }, [session, draft]);
  return read?.draft === draft ? read : null;
}
