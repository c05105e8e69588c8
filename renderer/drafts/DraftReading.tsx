import { useMemo } from 'react';
import { citeDraft } from '../../shared/citing/index.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import { spansOf } from '../../shared/story/draft-block.ts';
import type { DraftBlock, DraftRow } from '../../shared/story/draft-block.ts';
import { PictureFrame, RichTextView } from '../editor/index.ts';
import { useSession } from '../session/session-context.ts';
import { DraftRuns } from './DraftRuns.tsx';
import type { Marks } from './DraftRuns.tsx';
import { ReadingList } from './ReadingList.tsx';
import styles from './reading.module.css';

/** The blocks of a draft to be read: with their tables, pictures, citations and footnotes. */
export function DraftReading({ blocks }: { readonly blocks: readonly DraftBlock[] }) {
  const { reader } = useSession();
  const marks = useMemo((): Marks => {
    const spans = spansOf(blocks);
    const cited = citeDraft(blocks, { style: 'numeric', notebook: reader }).citations;
    const citing = spans.filter(({ cites }) => cites !== undefined);
    return {
      titleOf: (ref) => reader.titleOf(ref),
      citations: new Map(citing.map((span, at) => [span, cited[at]?.mark ?? []])),
      footnotes: spans.filter(({ footnote }) => footnote !== undefined),
    };
  }, [blocks, reader]);
  return (
    <>
      <Blocks blocks={blocks} marks={marks} />
      {marks.footnotes.length > 0 && (
        <section aria-label="Footnotes">
          <h2 className={styles.notesHeading}>Footnotes</h2>
          <ol className={styles.notes}>
            {marks.footnotes.map(({ footnote = [] }, at) => (
              // Footnotes have no identity but their place.
              <li key={at}>
                <RichTextView value={footnote} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

interface BlocksProps {
  readonly blocks: readonly DraftBlock[];
  readonly marks: Marks;
}

function Blocks({ blocks, marks }: BlocksProps) {
  // Nor have blocks.
  return blocks.map((block, at) => <Block key={at} block={block} marks={marks} />);
}

function Block({ block, marks }: { readonly block: DraftBlock; readonly marks: Marks }) {
  switch (block.type) {
    case 'heading': {
      // Below the draft's title.
      const Heading = `h${block.level === 1 ? 2 : block.level === 2 ? 3 : 4}` as const;
      return (
        <Heading className={styles.heading}>
          <DraftRuns spans={block.spans} marks={marks} />
        </Heading>
      );
    }
    case 'paragraph':
      return (
        <p className={styles.block} dir="auto">
          <DraftRuns spans={block.spans} marks={marks} />
        </p>
      );
    case 'quote':
      return (
        <blockquote className={styles.quote} dir="auto">
          <DraftRuns spans={block.spans} marks={marks} />
        </blockquote>
      );
    case 'list':
      return <ReadingList items={block.items} ordered={block.ordered} marks={marks} />;
    case 'table':
      return (
        // Scrolls by itself, also from the keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className={styles.wide} role="region" aria-label="Table" tabIndex={0}>
          <table className={styles.table}>
            <tbody>
              {block.rows.map((row, at) => (
                <Row key={at} row={row} marks={marks} />
              ))}
            </tbody>
          </table>
        </div>
      );
    case 'image':
      return (
        <PictureFrame picture={block}>
          {block.caption.length > 0 && (
            <figcaption className={styles.caption}>
              <RichTextView value={block.caption} />
            </figcaption>
          )}
        </PictureFrame>
      );
    default:
      return assertNever(block);
  }
}

function Row({ row, marks }: { readonly row: DraftRow; readonly marks: Marks }) {
  return (
    <tr>
      {row.cells.map(({ header, blocks, colSpan, rowSpan }, at) => {
        const Cell = header ? 'th' : 'td';
        return (
          <Cell key={at} className={styles.cell} colSpan={colSpan} rowSpan={rowSpan}>
            <Blocks blocks={blocks} marks={marks} />
          </Cell>
        );
      })}
    </tr>
  );
}
