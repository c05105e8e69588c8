import { createContext, useContext, useMemo } from 'react';
import type { ReactNode } from 'react';
import { OpenNotebookContext, useOpenSession, useView } from '../session/session-context.ts';
import { useAsOf } from '../session/view-state.ts';
import type { ViewName } from '../session/view-state.ts';
import { Spinner } from '../ui/index.ts';
import styles from './past.module.css';
import { showsPast } from './shows-past.ts';
import { usePastNotebook } from './use-past-notebook.ts';
import type { PastState } from './use-past-notebook.ts';

const PastContext = createContext<PastState | null>(null);

/** The earlier state that the window is to show. */
export function usePastState(): PastState {
  const state = useContext(PastContext);
  if (state === null) throw new Error('This part of the window needs to know which state it shows');
  return state;
}

/** Makes the earlier state that the view state asks for, once for everything that shows it. */
export function PastProvider({ children }: { readonly children: ReactNode }) {
  const session = useOpenSession();
  const at = useAsOf(useView());
  return <PastContext value={usePastNotebook(session.id, at)}>{children}</PastContext>;
}

interface ShownAsOfProps {
  readonly view: ViewName;
  readonly children: ReactNode;
}

/** What is inside shows the notebook as of the chosen moment, to be read only; or as it is, where none is chosen or the view knows none. */
export function ShownAsOf({ view: name, children }: ShownAsOfProps) {
  const session = useOpenSession();
  const view = useView();
  const chosen = useAsOf(view);
  const at = showsPast(name) ? chosen : null;
  const { past: made, problem } = usePastState();
  const past = at === null ? null : made;
  const open = useMemo(() => (past === null ? { session, view } : { session, view, past }), [session, view, past]);
  if (at !== null && past === null) {
    return (
      <div className={styles.waiting}>
        {problem === null ? <Spinner label="Reading the history" /> : <p role="alert">{problem}</p>}
      </div>
    );
  }
  return <OpenNotebookContext value={open}>{children}</OpenNotebookContext>;
}
