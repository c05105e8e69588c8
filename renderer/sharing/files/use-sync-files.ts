import { useEffect, useState } from 'react';
import type { Bridge, SyncFiles } from '../../../shared/bridge/index.ts';

/** How a shared notebook's files stand (null until that is known), and the way to fetch them ahead. `problem`: a sentence where that did not work. */
export function useSyncFiles(bridge: Pick<Bridge, 'sync' | 'on'>, notebook: string) {
  const [files, setFiles] = useState<SyncFiles | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    let isShown = true;
    const stop = bridge.on('sync.files', (told) => {
      if (told.notebook === notebook) setFiles(told.files);
    });
    void bridge.sync.files({ notebook }).then((asked) => {
      // What was told meanwhile is newer.
      if (isShown && asked.ok) setFiles((told) => told ?? asked.value);
    });
    return () => {
      isShown = false;
      stop();
    };
  }, [bridge, notebook]);
  const setAhead = async (ahead: boolean): Promise<void> => {
    const set = await bridge.sync.ahead({ notebook, ahead });
    setProblem(set.ok ? null : set.error.message);
  };
  return { files, setAhead, problem };
}
