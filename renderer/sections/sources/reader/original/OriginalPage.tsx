import { useEffect, useState } from 'react';
import { err, ok } from '../../../../../shared/lib/result.ts';
import type { Result } from '../../../../../shared/lib/result.ts';
import { bridge } from '../../../../bridge/index.ts';
import { extractOriginal } from '../../../../captures/extract/index.ts';
import { TeamFileState } from '../../../../captures/team/TeamFileState.tsx';
import { useArrival, useTeamFile, useTurns } from '../../../../captures/team/use-team-file.ts';
import type { Capture } from '../../../../session/captured-reading.ts';
import { useCaptures } from '../../../../session/captures-context.ts';
import { useSession } from '../../../../session/session-context.ts';
import { EmptyState, Spinner } from '../../../../ui/index.ts';
import styles from './original.module.css';

/**
 * A captured page as it looked: sanitised anew each time, in a frame of another origin where nothing runs and nothing is fetched. Links
 * lead nowhere here; in the text they open outside, after a question.
 */
export function OriginalPage({ capture }: { readonly capture: Capture }) {
  const { turn, again } = useTurns(capture.hash);
  const page = useOriginal(capture, turn);
  const lacking = useTeamFile(capture.hash);
  useArrival(capture.hash, page?.ok === false, again);
  if (lacking !== null && page?.ok !== true)
    return <TeamFileState hash={capture.hash} file={lacking} onAgain={again} />;
  if (page === null) return <Spinner label="Making the page safe to be shown" />;
  if (!page.ok) return <EmptyState title="The page cannot be shown">{page.error}</EmptyState>;
  return (
    <>
      <p className={styles.remark}>
        Without scripts, styles and anything from elsewhere. To select and highlight, go to the text.
      </p>
      <iframe src={page.value} sandbox="" title="The page as it was captured" className={styles.frame} />
    </>
  );
}

/**
 * The address of a captured page, sanitised; a sentence why it cannot be shown; null while it is being made.
 * @param turn another one makes it again
 */
function useOriginal({ hash, name, mediaType }: Capture, turn: number): Result<string, string> | null {
  const captures = useCaptures();
  const { id: notebook } = useSession();
  const [shown, setShown] = useState<{ readonly key: string; readonly page: Result<string, string> } | null>(null);
  const key = `${hash}/${turn}`;
  useEffect(() => {
    const stop = new AbortController();
    const read = async (): Promise<Result<string, string>> => {
      const bytes = await captures.get(notebook, hash);
      if (!bytes.ok) return err(bytes.error.message);
      const html = await extractOriginal(bytes.value, { name, mediaType }, { signal: stop.signal });
      if (!html.ok) return err(html.error.message);
      if (stop.signal.aborted) return err('');
      return ok((await bridge.source.show({ html: html.value })).url);
    };
    void read()
      .catch((error: unknown) => err(error instanceof Error ? error.message : String(error)))
      .then((page) => {
        if (!stop.signal.aborted) setShown({ key, page });
      });
    return () => stop.abort();
  }, [captures, notebook, key, hash, name, mediaType]);
  return shown?.key === key ? shown.page : null;
}
