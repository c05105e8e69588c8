import { memo } from 'react';
import type { Run } from '../../../../shared/anchors/index.ts';
import { TextGroup } from './TextGroup.tsx';
import type { Chunk } from './chunks.ts';
import type { PlacedPassage } from './found-passage.ts';
import styles from './reading.module.css';
import type { MarkIndex } from './segments.ts';

interface TextChunkProps {
  readonly text: string;
  readonly chunk: Chunk;
  readonly marks: MarkIndex;
  readonly runs: readonly Run<PlacedPassage>[];
  readonly chosen: string | null;
}

/** A part of a text; drawn again only when what is highlighted in it changes. */
export const TextChunk = memo(
  function TextChunk({ chunk, ...rest }: TextChunkProps) {
    return (
      <div className={styles.chunk}>
        {chunk.groups.map((group, index) => (
          // A captured text never changes: places are good keys.
          <TextGroup key={index} group={group} {...rest} />
        ))}
      </div>
    );
  },
  (before, after) => before.chunk === after.chunk && looksOf(before) === looksOf(after),
);

function looksOf({ runs, chosen }: TextChunkProps): string {
  return runs
    .map(({ start, end, passages }) => {
      const names = passages.map(({ id, colour }) => `${id}${colour}${id === chosen ? '*' : ''}`);
      return `${start}-${end}:${names.join(',')}`;
    })
    .join(';');
}
