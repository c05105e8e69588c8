import type { CSSProperties } from 'react';
import type { Run } from '../../../../shared/anchors/index.ts';
import { classes } from '../../../ui/index.ts';
import type { Group } from './chunks.ts';
import type { PlacedPassage } from './found-passage.ts';
import styles from './reading.module.css';
import type { MarkIndex } from './segments.ts';
import { Words } from './Words.tsx';

interface TextGroupProps {
  readonly text: string;
  readonly group: Group;
  readonly marks: MarkIndex;
  readonly runs: readonly Run<PlacedPassage>[];
  readonly chosen: string | null;
}

/** A heading, paragraph, quotation, list or table. What holds text says where it begins: dom-places.ts reads it. */
export function TextGroup({ group, ...words }: TextGroupProps) {
  switch (group.kind) {
    case 'heading': {
      const Heading = headings[group.rank - 2] ?? 'h6';
      const { block } = group;
      return (
        <Heading className={styles.heading} data-level={block.level} data-start={block.start} dir="auto">
          <Words {...words} place={block} />
        </Heading>
      );
    }
    case 'list':
      return (
        <ul className={styles.list}>
          {group.items.map((item) => (
            <li
              key={item.start}
              className={styles.item}
              // The marker is drawn by the stylesheet: it is no part of the text.
              data-marker={item.marker}
              data-start={item.start}
              style={{ '--depth': Math.min(item.depth, 8) } as CSSProperties /* a property of our own */}
              dir="auto"
            >
              <Words {...words} place={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        // A wide table scrolls by itself: it must be reached by keyboard too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={styles.tableFrame} tabIndex={0} role="region" aria-label="Table">
          <table className={styles.table}>
            <tbody>
              {group.rows.map((row) => (
                <tr key={row.start} data-head={row.isHead || undefined}>
                  {row.cells.map((cell, at) => {
                    const Cell = row.isHead ? 'th' : 'td';
                    return (
                      <Cell key={at} data-start={cell.start} dir="auto">
                        <Words {...words} place={cell} />
                      </Cell>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'block': {
      const { block } = group;
      const text = <Words {...words} place={block} />;
      if (block.kind === 'quote')
        return (
          <blockquote className={styles.quote} data-start={block.start} dir="auto">
            {text}
          </blockquote>
        );
      if (block.kind === 'preformatted')
        return (
          <pre className={classes(styles.preformatted)} data-start={block.start}>
            {text}
          </pre>
        );
      return (
        <p className={styles.paragraph} data-start={block.start} dir="auto">
          {text}
        </p>
      );
    }
  }
}

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;
