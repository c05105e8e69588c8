import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { createMemoryCaptures } from '../../bridge/memory-library.ts';
import { createCaptureStore } from '../../persistence/captures.ts';
import { noQuickCaptures } from '../../persistence/indexeddb-captures.ts';
import { createMemoryStore } from '../../persistence/memory-store.ts';
import { CapturesContext } from '../../session/captures-context.ts';
import { NotebookSession } from '../../session/notebook-session.ts';
import { OpenNotebookContext } from '../../session/session-context.ts';
import { ViewState } from '../../session/view-state.ts';

/** A new notebook in memory, to render parts of the window in. */
export async function openNotebook() {
  const services = { store: createMemoryStore(), author: () => 'Mara' };
  const opened = await NotebookSession.open(crypto.randomUUID(), services, { create: true });
  if (!opened.ok) throw new Error(opened.error.message);
  const session = opened.value;
  const view = new ViewState();
  const files = createMemoryCaptures();
  const captures = createCaptureStore({ bridge: { captures: files.calls }, quick: noQuickCaptures });
  return {
    session,
    view,
    captures,
    user: userEvent.setup(),
    show: (children: ReactNode) =>
      render(
        <CapturesContext value={captures}>
          <OpenNotebookContext value={{ session, view }}>{children}</OpenNotebookContext>
        </CapturesContext>,
      ),
  };
}
