import { useCaptures } from '../../session/captures-context.ts';
import { useSession } from '../../session/session-context.ts';
import { Button, EmptyState, ProgressBar } from '../../ui/index.ts';
import type { TeamFile } from './team-files.ts';
import styles from './team.module.css';

interface TeamFileStateProps {
  readonly hash: string;
  readonly file: TeamFile;
  /** Asks for it again. */
  readonly onAgain: () => void;
}

/** Stands where a file would: it is on its way from the team and can be stopped, or why it is not here and what can be done. */
export function TeamFileState({ hash, file, onAgain }: TeamFileStateProps) {
  const { team } = useCaptures();
  const { id: notebook } = useSession();
  if (file.kind === 'fetching')
    return (
      <div className={styles.fetching}>
        {file.total > 0 ? (
          <ProgressBar label={fetching} value={file.done} maxValue={file.total} />
        ) : (
          <ProgressBar label={fetching} isIndeterminate />
        )}
        <Button onPress={() => team?.stop(notebook, hash)}>Cancel</Button>
      </div>
    );
  const { title, words } = lackingWords(file);
  return (
    <div role="status">
      <EmptyState
        title={title}
        action={<Button onPress={onAgain}>{file.reason === 'stopped' ? 'Fetch it' : 'Try again'}</Button>}
      >
        {words}
      </EmptyState>
    </div>
  );
}

const fetching = 'Fetching from your team…';
/** What is said of every file that may come later begins so: then it is the title. */
const notYet = 'Not on this computer yet';

function lackingWords({ reason, why }: Extract<TeamFile, { kind: 'lacking' }>) {
  if (reason === 'stopped') return { title: notYet, words: 'You stopped fetching it from your team.' };
  if (why.startsWith(`${notYet}. `)) return { title: notYet, words: why.slice(notYet.length + 2) };
  return { title: notYet, words: `It was not fetched. ${why}` };
}
