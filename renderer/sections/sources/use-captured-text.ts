import { useEffect, useState } from 'react';
import { decodeText } from '../../../shared/imports/index.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { EntryOf } from '../../../shared/story/sections.ts';
import type { CaptureStore } from '../../persistence/captures.ts';
import { useCaptures } from '../../session/captures-context.ts';
import { useSession } from '../../session/session-context.ts';

type Capture = EntryOf<'sources'>['fields']['captures'][number];

/** A source's text as it was captured last, or a sentence why it cannot be shown. Null while it is being read. */
export function useCapturedText(capture: Capture | undefined): Result<string, string> | null {
  const captures = useCaptures();
  const { id: notebook } = useSession();
  const hash = capture?.hash;
  const [read, setRead] = useState<{ readonly hash: string; readonly text: Result<string, string> } | null>(null);
  useEffect(() => {
    if (hash === undefined) return;
    let isWanted = true;
    void readText(captures, notebook, hash).then((text) => {
      if (isWanted) setRead({ hash, text });
    });
    return () => {
      isWanted = false;
    };
  }, [captures, notebook, hash]);
  if (hash === undefined) return err('No text was captured of this source yet.');
  return read?.hash === hash ? read.text : null;
}

async function readText(captures: CaptureStore, notebook: string, hash: string): Promise<Result<string, string>> {
  try {
    const bytes = await captures.get(notebook, hash);
    if (!bytes.ok) return err(bytes.error.message);
    const text = decodeText(bytes.value);
    if (text.ok) return text;
    // What could not be read to the letter is shown as far as it can be.
    return text.error.text === undefined ? err(text.error.message) : ok(text.error.text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return err(`This computer’s storage did not give the text of this source. ${why}`);
  }
}
