import { lazy, useCallback, useEffect, useState, useMemo } from 'react';
import type { Result } from '../../shared/lib/result.ts';
import { DraftEditor } from '../editor/index.ts';
import type { DraftFailure } from '../editor/index.ts';
import { EditableLine, useEntryField } from '../fields/index.ts';
import type { LoadProblem } from '../persistence/document-store.ts';
import type { DraftDocument } from '../session/notebook-session.ts';
import { useActions } from '../session/actions.ts';
import { useCommands, usePlace, useReadOnly, useSession, useTitle, useView } from '../session/session-context.ts';
import type { ShownNotebook } from '../session/shown-notebook.ts';
import { Button, EmptyState, Spinner, useReadingPlace } from '../ui/index.ts';
import styles from './drafts.module.css';
import { useMarkedWords } from './use-marked-words.ts';

// Seldom needed, and with it what prints citations.
const ReadOnlyDraft = lazy(async () => ({ default: (await import('./ReadOnlyDraft.tsx')).ReadOnlyDraft }));

/** One draft, open for writing, or for reading only. */
export function DraftPage({ id }: { readonly id: string }) {
  const loaded = useDraft(useSession(), id);
  const [failure, setFailure] = useState<DraftFailure | null>(null);
  const name = useTitle({ kind: 'drafts', id }) ?? 'Untitled draft';
  const view = useView();
  const isReadOnly = useReadOnly();
  const { find } = usePlace();
  const [page, setPage] = useState<HTMLElement | null>(null);
  useMarkedWords(page, find, loaded?.ok === true);
  // It is there when the draft is loaded, and again when another is.
  useReadingPlace(useMemo(() => ({ current: page }), [page]));
  // Its notes stand at the right until something in the text is chosen.
  useEffect(() => {
    if (view.selection() === null) view.select({ kind: 'drafts', id });
  }, [view, id]);
  const { remove } = useCommands();
  useActions([
    {
      id: 'draft.trash',
      title: 'Move this draft to the trash',
      group: 'Drafts',
      keywords: ['delete', 'remove'],
      run: () => remove({ kind: 'drafts', id }),
    },
  ]);
  const onFailure = useCallback((reason: DraftFailure) => setFailure(reason), []);
  // A bug in the editor is the window's business; the document is untouched.
  if (failure?.kind === 'broken') throw failure.error;

  if (loaded === null) return <Spinner label="Opening the draft" />;
  if (!loaded.ok)
    return (
      <EmptyState
        title="This draft could not be opened"
        action={<Button onPress={() => view.go({ view: 'drafts' })}>All drafts</Button>}
      >
        {loaded.error.message}
      </EmptyState>
    );
  const { doc } = loaded.value;
  const title = (
    <h1 className={styles.title}>
      <Title id={id} />
    </h1>
  );
  return (
    <div className={styles.page} ref={setPage}>
      {failure === null && !isReadOnly ? (
        <DraftEditor label={`Text of draft ${name}`} doc={doc} onFailure={onFailure}>
          {title}
        </DraftEditor>
      ) : (
        <ReadOnlyDraft key={doc.guid} doc={doc} why={failure === null ? 'viewer' : 'newer'}>
          {title}
        </ReadOnlyDraft>
      )}
    </div>
  );
}

function Title({ id }: { readonly id: string }) {
  return <EditableLine bound={useEntryField('drafts', id, 'title')} add="Add title" lasting />;
}

/** Loads a draft's text and holds it while it is shown; null while it is loading. */
function useDraft(session: ShownNotebook, id: string): Result<DraftDocument, LoadProblem> | null {
  const [loaded, setLoaded] = useState<Result<DraftDocument, LoadProblem> | null>(null);
  useEffect(() => {
    let isGone = false;
    let held: DraftDocument | null = null;
    void session.draft(id).then((result) => {
      if (result.ok) held = result.value;
      if (isGone) held?.release();
      else setLoaded(result);
    });
    return () => {
      isGone = true;
      held?.release();
      setLoaded(null);
    };
  }, [session, id]);
  return loaded;
}
