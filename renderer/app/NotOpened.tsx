import { useEffect, useState } from 'react';
import { Button, toasts } from '../ui/index.ts';
import { Failure } from './Failure.tsx';
import type { Screen } from './screens.ts';
import { useServices } from './services-context.ts';

/** A notebook that could not be opened: why, and what there is to do. Never an empty one in its place. */
export function NotOpened({ screen }: { readonly screen: Extract<Screen, { kind: 'failed' }> }) {
  const { library, screens } = useServices();
  const [hasBackup, setHasBackup] = useState(false);
  const { id, problem } = screen;
  const isLost = problem.reason === 'unreadable' || problem.reason === 'missing';
  useEffect(() => {
    let shown = true;
    if (isLost) void library.hasBackup(id).then((has) => shown && setHasBackup(has));
    return () => void (shown = false);
  }, [library, id, isLost]);
  const openBackup = async (): Promise<void> => {
    const made = await library.openBackup(id);
    if (made.ok) await screens.open(made.value);
    else toasts.show({ message: made.error.message, tone: 'error' });
  };
  return (
    <main aria-label="Notebook not opened">
      <Failure
        title="The notebook could not be opened"
        actions={
          <>
            <Button variant="primary" onPress={() => void screens.open(id)}>
              Try again
            </Button>
            {hasBackup && <Button onPress={() => void openBackup()}>Open the last backup</Button>}
            <Button onPress={() => void screens.home()}>All notebooks</Button>
          </>
        }
        details={problem.reason}
      >
        <p>{problem.message}</p>
        <p>What is stored was not changed. Your other notebooks are not affected.</p>
        {hasBackup && <p>The last backup opens as a notebook of its own, beside this one.</p>}
      </Failure>
    </main>
  );
}
