import { useCallback } from 'react';
import { seenOf } from '../../../../shared/citing/index.ts';
import { draftIdOf } from '../../../../shared/story/document.ts';
import type { EntryRef } from '../../../../shared/story/ref.ts';
import { citeClipboardType, citesToClipboard, citeWhenOpened, lastDraft } from '../../../editor/index.ts';
import { useSession, useView } from '../../../session/session-context.ts';
import { toasts } from '../../../ui/index.ts';
import { copyWords } from './citation.ts';

/**
 * Puts the words of a citation on the clipboard, and, for a draft of this notebook, the citation itself, which can also go to the caret
 * of the draft that was written last. `ref`: the passage; null where only the words are copied.
 */
export function useCite(): (words: string, ref: EntryRef | null) => void {
  const { id, reader, writer } = useSession();
  const view = useView();
  return useCallback(
    (words, ref) => {
      const cites = ref === null ? [] : [{ ref, seen: seenOf(reader, ref, writer.now()) }];
      const isTaken = copyWords(words, cites.length === 0 ? {} : { [citeClipboardType]: citesToClipboard(id, cites) });
      if (!isTaken) return void toasts.show({ message: 'The citation could not be copied.', tone: 'error' });
      const last = lastDraft();
      const draft = last === null ? null : draftIdOf(id, last.doc);
      const title = draft === null ? null : reader.titleOf({ kind: 'drafts', id: draft });
      const message = 'The citation is on the clipboard.';
      if (last === null || draft === null || title === null || cites.length === 0) return void toasts.show({ message });
      const run = (): void => {
        citeWhenOpened(last.doc, cites);
        view.go({ view: 'drafts', open: draft }, { kind: 'drafts', id: draft });
      };
      toasts.show({ message, action: { label: `Put it in “${title}”`, run } });
    },
    [id, reader, writer, view],
  );
}
