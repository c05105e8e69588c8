import { useEffect, useState } from 'react';
import type { BriefDraft } from '../../shared/story/brief-block.ts';
import { readDraftBlocks } from '../../shared/story/reading/draft-blocks.ts';
import { useSession } from '../session/session-context.ts';

/** How long the draft's text may be behind its document, in milliseconds. */
const settle = 200;

interface LoadedDraft {
  readonly id: string;
  /** Null while it is on its way. */
  readonly draft: BriefDraft | null;
  /** Why its text is not there. */
  readonly problem: string | null;
}

/** A draft with its text, followed while it changes. Null where none is chosen or its text is still being read. */
export function useBriefDraft(id: string | null): Omit<LoadedDraft, 'id'> {
  const session = useSession();
  const [loaded, setLoaded] = useState<LoadedDraft | null>(null);
  useEffect(() => {
    if (id === null) return;
    let current = true;
    let stop = (): void => undefined;
    void session.draft(id).then((opened) => {
      if (!opened.ok) {
        if (current) setLoaded({ id, draft: null, problem: opened.error.message });
        return;
      }
      const { doc, release } = opened.value;
      const read = (): void => {
        if (current) setLoaded({ id, draft: { id, blocks: readDraftBlocks(doc) }, problem: null });
      };
      let timer: ReturnType<typeof setTimeout> | null = null;
      const later = (): void => {
        if (timer !== null) clearTimeout(timer);
        timer = setTimeout(read, settle);
      };
      doc.on('update', later);
      stop = () => {
        if (timer !== null) clearTimeout(timer);
        doc.off('update', later);
        release();
      };
      if (current) read();
      else stop();
    });
    return () => {
      current = false;
      stop();
    };
  }, [session, id]);
  return loaded !== null && loaded.id === id ? loaded : { draft: null, problem: null };
}
