import { useCallback, useMemo } from 'react';
import { ImportFlow } from '../imports/index.ts';
import type { OpenNotebook } from '../session/session-context.ts';
import type { Screen } from './screens.ts';
import { useScreen, useServices } from './services-context.ts';

/** What is brought in from outside, on the home screen and in an open notebook alike. */
export function Imports({ onNotebookFiles }: { readonly onNotebookFiles: (files: readonly File[]) => void }) {
  const { bridge, library, captures, screens } = useServices();
  const screen = useScreen();
  const open = useMemo(() => openOf(screen), [screen]);
  const current = useCallback(() => openOf(screens.current()), [screens]);
  const openNotebook = useCallback(
    async (id: string) => {
      await screens.open(id);
      const shown = openOf(screens.current());
      return shown?.session.id === id ? shown : null;
    },
    [screens],
  );
  const closeNotebook = useCallback(() => screens.home(), [screens]);
  return <ImportFlow {...{ bridge, library, captures, open, current, openNotebook, closeNotebook, onNotebookFiles }} />;
}

function openOf(screen: Screen): OpenNotebook | null {
  if (screen.kind !== 'open') return null;
  return { session: screen.notebook.session, view: screen.view };
}
