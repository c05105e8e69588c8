import { useEffect, useState } from 'react';
import type { Reading } from '../../../../shared/captures/index.ts';
import { err } from '../../../../shared/lib/result.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import { loadReading } from '../../../session/captured-reading.ts';
import type { Capture } from '../../../session/captured-reading.ts';
import { useCaptures } from '../../../session/captures-context.ts';
import { useSession } from '../../../session/session-context.ts';

/**
 * What a capture says, or a sentence why it cannot be shown. Null while it is being read.
 * @param turn another one reads it again
 */
export function useReading(capture: Capture | undefined, turn = 0): Result<Reading, string> | null {
  const captures = useCaptures();
  const { id: notebook } = useSession();
  const key = capture === undefined ? '' : `${capture.hash}/${capture.reading ?? ''}/${turn}`;
  const [read, setRead] = useState<{ readonly key: string; readonly reading: Result<Reading, string> } | null>(null);
  useEffect(() => {
    if (capture === undefined) return;
    let isWanted = true;
    void loadReading(captures, notebook, capture).then((reading) => {
      if (isWanted) setRead({ key, reading });
    });
    return () => {
      isWanted = false;
    };
    // The key says which capture it is; the object is made anew with every change of the source.
  }, [captures, notebook, key]); // eslint-disable-line react-hooks/exhaustive-deps
  if (capture === undefined) return err('No text was captured of this source yet.');
  return read?.key === key ? read.reading : null;
}
