import { useCallback, useMemo } from 'react';
import { ImportFlow } from '../imports/index.ts';
import type { OpenNotebook } from '../session/session-context.ts';
import { useShared } from '../sync/index.ts';
import type { Screen } from './screens.ts';
import { useScreen, useServices } from './services-context.ts';

/** What is brought in from outside, on the home screen and in an open notebook alike. */
export function Imports({ onNotebookFiles }: { readonly onNotebookFiles: (files: readonly File[]) => void }) {
  const { bridge, library, captures, screens, shared } = useServices();
  const screen = useScreen();
  const list = useShared();
  // A team's viewer brings nothing into the notebook: what is imported becomes one of its own.
  const isViewer =
    screen.kind === 'open' && list.some(({ notebook, role }) => notebook === screen.id && role === 'viewer');
  const shown = useMemo(() => openOf(screen), [screen]);
  const open = isViewer ? null : shown;
  const current = useCallback(() => {
    const shown = openOf(screens.current());
    return shown !== null && shared.of(shown.session.id)?.role === 'viewer' ? null : shown;
  }, [screens, shared]);
  const openNotebook = useCallback(
    async (id: string) => {
      await screens.open(id);
      const shown = openOf(screens.current());
      return shown?.session.id === id ? shown : null;
    },
    [screens],
  );
  const closeNotebook = useCallback(() => screens.home(), [screens]);
  return (
    <ImportFlow
      {...{ bridge, library, captures, open, shown, current, openNotebook, closeNotebook, onNotebookFiles }}
    />
  );
}

function openOf(screen: Screen): OpenNotebook | null {
  if (screen.kind !== 'open') return null;
  return { session: screen.notebook.session, view: screen.view };
}
