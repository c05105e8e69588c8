import type { ReactNode } from 'react';
import type { DraftSpan, TitleOf } from '../../shared/story/draft-block.ts';
import { spanText } from '../../shared/story/draft-block.ts';
import type { RichText } from '../../shared/story/rich-text.ts';
import { plainFromRich } from '../../shared/story/rich-text.ts';
import styles from './reading.module.css';

/** What the runs of a draft need from all of it. */
export interface Marks {
  readonly titleOf: TitleOf;
  /** What each citation prints. */
  readonly citations: ReadonlyMap<DraftSpan, RichText>;
  /** The runs that are signs of footnotes, in their order. */
  readonly footnotes: readonly DraftSpan[];
}

/** A line of a draft to be read. */
export function DraftRuns({ spans, marks }: { readonly spans: readonly DraftSpan[]; readonly marks: Marks }) {
  // Runs have no identity but their place.
  return spans.map((span, at) => <Run key={at} span={span} marks={marks} />);
}

function Run({ span, marks }: { readonly span: DraftSpan; readonly marks: Marks }): ReactNode {
  if (span.footnote !== undefined) {
    return <sup title={plainFromRich(span.footnote)}>{marks.footnotes.indexOf(span) + 1}</sup>;
  }
  if (span.cites !== undefined) return plainFromRich(marks.citations.get(span) ?? []);
  let run: ReactNode = spanText(span, marks.titleOf);
  if (span.code === true) run = <code>{run}</code>;
  if (span.strike === true) run = <s>{run}</s>;
  if (span.italic === true) run = <em>{run}</em>;
  if (span.bold === true) run = <strong>{run}</strong>;
  if (span.link === undefined) return run;
  return (
    <a className={styles.link} href={span.link} target="_blank" rel="noreferrer">
      {run}
    </a>
  );
}
