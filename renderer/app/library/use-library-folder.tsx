import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import type { LibraryProgress, ResultOf } from '../../../shared/bridge/index.ts';
import { useActions } from '../../session/actions.ts';
import type { Action } from '../../session/actions.ts';
import { toasts } from '../../ui/index.ts';
import { actionIds } from '../action-ids.ts';
import { useScreen, useServices } from '../services-context.ts';
import { MovedDialog, MoveDialog } from './MoveDialogs.tsx';
import { WorkDialog } from './WorkDialog.tsx';

type Choice = Extract<ResultOf<'library.choose'>, { ok: true }>['value'];
type Moved = Extract<ResultOf<'library.move'>, { ok: true }>['value'];

type Step =
  | { readonly kind: 'choice'; readonly choice: Choice }
  | { readonly kind: 'moving'; readonly progress: LibraryProgress | null }
  | { readonly kind: 'moved'; readonly moved: Moved };

/** The actions on the library folder and the open notebook's. Gives the dialogs of moving it. */
export function useLibraryFolder(): ReactNode {
  const { bridge, screens } = useServices();
  const screen = useScreen();
  const [step, setStep] = useState<Step | null>(null);
  useEffect(
    () =>
      bridge.on('library.progress', (progress) => {
        if (progress.task === 'move') setStep((now) => (now?.kind === 'moving' ? { kind: 'moving', progress } : now));
      }),
    [bridge],
  );
  const choose = async (): Promise<void> => {
    const chosen = await bridge.library.choose();
    if (chosen.ok) setStep({ kind: 'choice', choice: chosen.value });
    else sayFailure(chosen.error);
  };
  const move = async (choice: Choice): Promise<void> => {
    // What is open lies in the old folder; it is stored and closed before anything is copied.
    await screens.home();
    setStep({ kind: 'moving', progress: null });
    const moved = await bridge.library.move({ place: choice.place });
    setStep(moved.ok ? { kind: 'moved', moved: moved.value } : null);
    if (!moved.ok) sayFailure(moved.error);
  };
  useActions([
    ...notebookActions(screen.kind === 'open' ? screen.id : null, (notebook) => {
      void bridge.library.showNotebook({ notebook }).then((shown) => {
        if (!shown.ok) sayFailure(shown.error);
      });
    }),
    {
      id: actionIds.showLibrary,
      title: 'Show the library folder',
      group: 'Notebook',
      keywords: ['files', 'where', 'disk'],
      run: () => {
        void bridge.library.show().then((shown) => {
          if (!shown.ok) sayFailure(shown.error);
        });
      },
    },
    {
      id: actionIds.chooseLibrary,
      title: 'Choose the library folder…',
      group: 'Notebook',
      keywords: ['move', 'location', 'where', 'disk'],
      run: () => void choose(),
    },
  ]);
  switch (step?.kind) {
    case undefined:
      return null;
    case 'choice':
      return <MoveDialog choice={step.choice} onMove={() => void move(step.choice)} onCancel={() => setStep(null)} />;
    case 'moving':
      return (
        <WorkDialog
          title="Moving the library"
          label="Copying the notebooks"
          progress={step.progress}
          onCancel={() => void bridge.library.stop()}
        />
      );
    case 'moved':
      return (
        <MovedDialog
          moved={step.moved}
          // Begins anew, with what is in the folder now.
          onClose={() => window.location.reload()}
        />
      );
  }
}

function notebookActions(notebook: string | null, show: (notebook: string) => void): readonly Action[] {
  if (notebook === null) return [];
  return [
    {
      id: actionIds.showNotebook,
      title: 'Show this notebook’s folder',
      group: 'Notebook',
      keywords: ['files', 'where', 'disk'],
      run: () => show(notebook),
    },
  ];
}

function sayFailure({ reason, message }: { readonly reason: string; readonly message: string }): void {
  if (reason !== 'cancelled') toasts.show({ message, tone: 'error' });
}
