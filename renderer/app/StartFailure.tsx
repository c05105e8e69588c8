import type { LoadProblem } from '../persistence/document-store.ts';
import { Button } from '../ui/index.ts';
import { Failure } from './Failure.tsx';

/** The window could not start: the list of notebooks cannot be read. */
export function StartFailure({ problem }: { readonly problem: LoadProblem }) {
  return (
    <main aria-label="Backstory did not start">
      <Failure
        title="Backstory could not open your notebooks"
        actions={
          <Button variant="primary" onPress={() => location.reload()}>
            Try again
          </Button>
        }
        details={problem.reason}
      >
        <p>{problem.message}</p>
        <p>Nothing was changed. If Backstory is open in another window, close it there first.</p>
      </Failure>
    </main>
  );
}
