import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DraftImage } from '../../../shared/story/draft-block.ts';
import { classes } from '../../ui/index.ts';
import styles from './images.module.css';
import { undrawable, usePicture } from './use-picture.ts';

interface Props {
  readonly picture: Omit<DraftImage, 'type'>;
  /** What stands below it. */
  readonly children?: ReactNode;
  readonly isChosen?: boolean;
}

/** A picture, or what is to be said in its place, with its caption. */
export function PictureFrame({ picture, isChosen = false, children }: Props) {
  const { sha256, alt, width, height } = picture;
  const [frame, setFrame] = useState<HTMLElement | null>(null);
  const shown = usePicture(sha256, frame);
  const [undrawn, setUndrawn] = useState<string | null>(null);
  const problem = undrawn === sha256 ? undrawable : shown?.ok === false ? shown.error : null;
  const isSized = width > 0 && height > 0;
  return (
    <figure ref={setFrame} className={classes(styles.figure, isChosen && styles.chosen)}>
      {problem !== null ? (
        <p className={styles.missing}>
          {problem}
          {alt !== '' && <span className={styles.alt}>{alt}</span>}
        </p>
      ) : shown?.ok === true ? (
        <img
          className={styles.picture}
          src={shown.value}
          alt={alt}
          draggable={false}
          {...(isSized ? { width, height } : {})}
          onError={() => setUndrawn(sha256)}
        />
      ) : (
        // Its room is kept, so that nothing jumps when it comes.
        <div className={styles.room} style={isSized ? { aspectRatio: `${width} / ${height}`, width } : {}} />
      )}
      {children}
    </figure>
  );
}
