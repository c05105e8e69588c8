import { useEffect, useState } from 'react';
import styles from './imports.module.css';

interface DropTargetProps {
  /** What dropping does right now, in words. */
  readonly words: () => string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files dropped anywhere on the window, and says so while they are held over it. */
export function DropTarget({ words, onFiles }: DropTargetProps) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const isFiles = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes('Files') === true && !isTakenByText(event);
    const drag = (event: DragEvent): void => {
      if (!isFiles(event)) return setOver(false);
      event.preventDefault();
      event.stopPropagation();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      // Leaving the window, not going from one element to the next.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      if (!isFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(false);
      onFiles([...(event.dataTransfer?.files ?? [])]);
    };
    // Before anybody else: an editor under the pointer would put the file's name into its text.
    window.addEventListener('dragenter', drag, true);
    window.addEventListener('dragover', drag, true);
    window.addEventListener('dragleave', leave, true);
    window.addEventListener('drop', drop, true);
    return () => {
      window.removeEventListener('dragenter', drag, true);
      window.removeEventListener('dragover', drag, true);
      window.removeEventListener('dragleave', leave, true);
      window.removeEventListener('drop', drop, true);
    };
  }, [onFiles]);
  if (!over) return null;
  return (
    <div className={styles.drop} role="status">
      <p className={styles.dropWords}>{words()}</p>
    </div>
  );
}

/** Whether only pictures are held over a text that shows them: it puts them in itself. */
function isTakenByText({ target, dataTransfer }: DragEvent): boolean {
  const items = [...(dataTransfer?.items ?? [])];
  return (
    target instanceof Element &&
    target.closest('[data-takes="pictures"]') !== null &&
    items.length > 0 &&
    items.every(({ type }) => /^image\/(?:png|jpeg|gif|webp)$/.test(type))
  );
}
