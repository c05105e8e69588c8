import { memo, useMemo } from 'react';
import { overlaps } from '../../../../shared/anchors/index.ts';
import type { Reading } from '../../../../shared/captures/index.ts';
import { chunksOf } from './chunks.ts';
import type { PlacedPassage } from './found-passage.ts';
import styles from './reading.module.css';
import { runsIn } from './runs-in.ts';
import { MarkIndex } from './segments.ts';
import { TextChunk } from './TextChunk.tsx';

interface ReadingTextProps {
  readonly reading: Reading;
  readonly passages: readonly PlacedPassage[];
  /** The passage that is chosen; null for none. */
  readonly chosen: string | null;
  /** Told of the element that holds the text. */
  readonly root: (element: HTMLDivElement | null) => void;
}

/** What a source says, set for reading, with its highlights. */
export const ReadingText = memo(function ReadingText({ reading, passages, chosen, root }: ReadingTextProps) {
  const chunks = useMemo(() => chunksOf(reading.blocks), [reading]);
  const marks = useMemo(() => new MarkIndex(reading.marks), [reading]);
  const runs = useMemo(() => overlaps(passages), [passages]);
  return (
    <div ref={root} className={styles.text} lang={reading.detected.language || undefined}>
      {chunks.map((chunk) => (
        <TextChunk
          key={chunk.start}
          text={reading.text}
          chunk={chunk}
          marks={marks}
          runs={runsIn(runs, chunk)}
          chosen={chosen}
        />
      ))}
    </div>
  );
});
