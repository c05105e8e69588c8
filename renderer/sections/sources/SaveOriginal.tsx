import { useState } from 'react';
import type { EntryOf } from '../../../shared/story/sections.ts';
import { bridge } from '../../bridge/index.ts';
import { captureEnding, captureKind } from '../../captures/capture-words.ts';
import { useCaptures } from '../../session/captures-context.ts';
import { useSession } from '../../session/session-context.ts';
import { Button, ConfirmDialog, toasts } from '../../ui/index.ts';
import styles from './captures.module.css';

type Capture = EntryOf<'sources'>['fields']['captures'][number];

/** Kinds of files that may do something of their own in the program that opens them. */
const active: ReadonlySet<string> = new Set(['text/html', 'multipart/related', 'application/pdf']);

/** Saves the file as it was captured, to the last byte; asks first where opening it outside may do more than show it. */
export function SaveOriginal({ capture }: { readonly capture: Capture }) {
  const captures = useCaptures();
  const { id: notebook } = useSession();
  const [isAsking, setAsking] = useState(false);
  const save = async (): Promise<void> => {
    const bytes = await captures.get(notebook, capture.hash);
    const saved = bytes.ok
      ? await bridge.files.saveOriginal({ name: fileName(capture), bytes: new Uint8Array(bytes.value) })
      : bytes;
    if (saved.ok) toasts.show({ message: `Saved “${saved.value.fileName}”.` });
    else if (saved.error.reason !== 'cancelled') toasts.show({ message: saved.error.message, tone: 'error' });
  };
  return (
    <>
      <div className={styles.save}>
        <Button
          size="small"
          variant="quiet"
          aria-label={`Save the original ${capture.name}…`}
          onPress={() => (active.has(capture.mediaType) ? setAsking(true) : void save())}
        >
          Save the original…
        </Button>
      </div>
      <ConfirmDialog
        title={`Save “${capture.name}” as it was captured?`}
        confirmLabel="Save"
        isOpen={isAsking}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void save();
        }}
      >
        {`A ${captureKind(capture.mediaType) === 'PDF' ? 'PDF' : 'web page'} may run scripts and load from the network in the program that opens it. Backstory lets it do neither. Open the saved file only if you trust where it came from.`}
      </ConfirmDialog>
    </>
  );
}

/** The file's own name, with the ending of what it is: a saved page must not open as something else. */
function fileName({ name, mediaType }: Capture): string {
  const ending = captureEnding(mediaType);
  const own = name.slice(0, 200) || 'Source';
  return /\.[a-z\d]{1,8}$/i.test(own) ? own : `${own}${ending}`;
}
