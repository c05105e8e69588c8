import { useEffect, useRef, useState } from 'react';
import type { DraftImage } from '../../../../shared/story/draft-block.ts';
import { useCaptures } from '../../../session/captures-context.ts';
import { useSession } from '../../../session/session-context.ts';
import { Button, Dialog, Spinner } from '../../../ui/index.ts';
import { storePicture } from '../store-picture.ts';
import styles from './from-source.module.css';
import type { OfferedPicture } from './offered-picture.ts';
import { PagePictureChoice } from './PagePictureChoice.tsx';
import { pictureSources, sourceCaption } from './picture-sources.ts';
import type { PictureSource } from './picture-sources.ts';
import { PrintedPageChoice } from './PrintedPageChoice.tsx';
import { SourceChoice } from './SourceChoice.tsx';

interface Props {
  /** Told once the picture's file is confirmed to be stored. */
  readonly onAdd: (picture: Omit<DraftImage, 'type'>) => void;
  readonly onClose: () => void;
}

/** Takes a picture out of what was captured: first which source, then which of its pictures or pages. */
export function SourcePictures({ onAdd, onClose }: Props) {
  const { reader } = useSession();
  const [sources] = useState(() => pictureSources(reader));
  const [source, setSource] = useState<PictureSource | null>(null);
  const [offer, setOffer] = useState<OfferedPicture | null>(null);
  const { add, isAdding, problem, clear } = useAdding(onAdd);
  const choose = (next: PictureSource | null): void => {
    clear();
    setOffer(null);
    setSource(next);
  };
  const Choice = source?.has === 'pages' ? PrintedPageChoice : PagePictureChoice;
  return (
    <Dialog
      title={source === null ? 'Picture from a source' : `Picture from “${source.title}”`}
      size={source === null ? 'normal' : 'large'}
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
      footer={
        <>
          {source !== null && (
            <Button variant="quiet" isDisabled={isAdding} onPress={() => choose(null)}>
              Other source
            </Button>
          )}
          <Button onPress={onClose}>Cancel</Button>
          {source !== null && (
            <Button
              variant="primary"
              isDisabled={offer === null || isAdding}
              onPress={() => offer !== null && void add(offer, source)}
            >
              {source.has === 'pages' ? 'Add this page' : 'Add picture'}
            </Button>
          )}
        </>
      }
    >
      {source === null ? (
        <SourceChoice sources={sources} onChoose={choose} />
      ) : (
        <div className={styles.choice}>
          <Choice {...source.capture} onOffer={setOffer} />
        </div>
      )}
      {isAdding && <Spinner label="Adding the picture" />}
      {problem !== null && (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </Dialog>
  );
}

/** Draws and stores what was chosen. Nothing comes of it once the dialog is closed. */
function useAdding(onAdd: Props['onAdd']) {
  const captures = useCaptures();
  const { id: notebook } = useSession();
  const [state, setState] = useState<{ readonly isAdding: boolean; readonly problem: string | null }>(idle);
  const stop = useRef<AbortController | null>(null);
  useEffect(() => () => stop.current?.abort(), []);
  const add = async (offer: OfferedPicture, source: PictureSource): Promise<void> => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    setState({ isAdding: true, problem: null });
    const file = await offer.file(signal).catch(() => null);
    if (signal.aborted) return;
    if (file === null) return setState({ isAdding: false, problem: undrawn });
    const stored = await storePicture(file, { captures, notebook });
    if (signal.aborted) return;
    if (stored.ok) onAdd({ ...stored.value, alt: offer.alt, caption: sourceCaption(source, offer.page) });
    else setState({ isAdding: false, problem: stored.error });
  };
  return { ...state, add, clear: () => setState(idle) };
}

const idle = { isAdding: false, problem: null };

const undrawn = 'Nothing was added. This page could not be drawn as a picture. Choose another one.';
