import { useCallback, useEffect, useState } from 'react';
import { picturesIn } from '../../shared/brief/index.ts';
import type { BriefImage, ImagesOf } from '../../shared/brief/index.ts';
import type { BriefDraft } from '../../shared/story/brief-block.ts';
import { useCaptures } from '../session/captures-context.ts';
import { useSession } from '../session/session-context.ts';
import { base64Of } from './base64.ts';

const none: ReadonlyMap<string, BriefImage> = new Map();

/** The pictures of a draft, read one after another as they are asked for first; those that are not here yet are null. */
export function useDraftPictures(draft: BriefDraft | null): ImagesOf {
  const captures = useCaptures();
  const { id: notebook } = useSession();
  const [read, setRead] = useState(none);
  // Typing makes other blocks of the same pictures.
  const wanted = [
    ...new Map((draft === null ? [] : picturesIn(draft.blocks)).map((one) => [one.sha256, one.mediaType])),
  ];
  const key = JSON.stringify(wanted);
  useEffect(() => {
    let current = true;
    const load = async (): Promise<void> => {
      const found = new Map<string, BriefImage>();
      for (const [sha256, mediaType] of wanted) {
        if (!current) return;
        const known = read.get(sha256);
        const bytes = known === undefined ? await captures.get(notebook, sha256) : null;
        if (known !== undefined) found.set(sha256, known);
        else if (bytes?.ok === true) found.set(sha256, { mediaType, base64: base64Of(bytes.value) });
      }
      if (current && found.size > 0) setRead(found);
    };
    void load();
    return () => {
      current = false;
    };
    // `key` names everything wanted; what was read before is only reused.
  }, [captures, notebook, key]); // eslint-disable-line react-hooks/exhaustive-deps
  return useCallback((sha256) => read.get(sha256) ?? null, [read]);
}
