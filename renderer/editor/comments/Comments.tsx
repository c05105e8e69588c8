import type { LexicalEditor } from 'lexical';
import { useEffect, useRef } from 'react';
import type * as Y from 'yjs';
import { draftIdOf } from '../../../shared/story/document.ts';
import { useActions } from '../../session/actions.ts';
import { detailsPanel } from '../../session/details-panel.ts';
import { draftComments } from '../../session/draft-comments.ts';
import { useSession, useView } from '../../session/session-context.ts';
import { toasts } from '../../ui/index.ts';
import { commentAction } from './comment-action.ts';
import { CommentTracker } from './comment-tracker.ts';
import './comments.css';

/** Comments on words of the draft: marked in the text, and kept as notes in the panel beside it. Draws nothing itself. */
export function Comments({ editor, doc }: { readonly editor: LexicalEditor; readonly doc: Y.Doc }) {
  const session = useSession();
  const view = useView();
  const tracker = useRef<CommentTracker>(null);
  const id = draftIdOf(session.id, doc.guid) ?? '';
  const open = (note: string, takesFocus: boolean): void => {
    draftComments.choose(note, takesFocus);
    view.select({ kind: 'drafts', id });
    detailsPanel.showNotes({ kind: 'drafts', id }, { write: false });
  };
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const one = new CommentTracker(editor, session, { kind: 'drafts', id }, doc);
    tracker.current = one;
    const stop = one.start();
    const onClick = ({ clientX, clientY }: MouseEvent): void => {
      const isCaret = window.getSelection()?.isCollapsed !== false;
      const note = isCaret ? one.atPoint(clientX, clientY) : null;
      if (note !== null) latest.current(note, false);
      else if (draftComments.state().chosen !== null) draftComments.choose(null);
    };
    const stopRoot = editor.registerRootListener((root, before) => {
      before?.removeEventListener('click', onClick);
      root?.addEventListener('click', onClick);
    });
    return () => {
      stopRoot();
      stop();
    };
  }, [editor, session, doc, id]);

  const comment = (): void => {
    const there = tracker.current?.atCaret() ?? null;
    if (there !== null) return open(there, true);
    const place = tracker.current?.selected() ?? null;
    if (place === null) return void toasts.show({ message: 'Choose the words to comment on first.', tone: 'normal' });
    draftComments.choose(null);
    view.select({ kind: 'drafts', id });
    detailsPanel.showNotes({ kind: 'drafts', id }, { write: true, place });
  };
  const go = (by: 1 | -1): void => {
    const note = tracker.current?.next(by) ?? null;
    if (note === null) return void toasts.show({ message: 'There are no open comments in this draft.' });
    open(note, false);
    draftComments.show(note);
  };
  useActions([
    {
      id: commentAction,
      title: 'Comment on these words',
      group: 'Drafts',
      shortcut: 'Mod+Alt+M',
      keywords: ['note', 'annotate', 'remark'],
      run: comment,
    },
    { id: 'draft.next-comment', title: 'Go to the next comment', group: 'Drafts', run: () => go(1) },
    { id: 'draft.previous-comment', title: 'Go to the previous comment', group: 'Drafts', run: () => go(-1) },
  ]);
  return null;
}
