import type { LexicalEditor } from 'lexical';
import { useEffect, useMemo } from 'react';
import { useSession } from '../../session/session-context.ts';
import { DraftCitations } from './draft-citations.ts';
import { provideCitations } from './open-citations.ts';
import { registerCitePaste } from './register-cite-paste.ts';
import { useLastDraft } from './use-last-draft.ts';

/** Keeps the citations of the draft in an editor, and takes in what is cited elsewhere. To be called above what shows them. */
export function useDraftCitations(editor: LexicalEditor, draft: string): void {
  const session = useSession();
  const citations = useMemo(() => new DraftCitations(editor, session, draft), [editor, session, draft]);
  // Marks are drawn below, in the same pass.
  provideCitations(editor, citations);
  useEffect(() => citations.start(), [citations]);
  useEffect(() => registerCitePaste(editor, session), [editor, session]);
  useLastDraft(editor, draft);
}
