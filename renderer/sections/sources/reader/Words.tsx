import type { ReactNode } from 'react';
import type { Place, Run } from '../../../../shared/anchors/index.ts';
import { passages as passagesSection } from '../../../../shared/story/sections/passages/index.ts';
import type { PlacedPassage } from './found-passage.ts';
import { markLooks } from './mark-looks.ts';
import styles from './reading.module.css';
import { paintedParts } from './segments.ts';
import type { MarkIndex, Painted, Segment } from './segments.ts';

interface WordsProps {
  readonly text: string;
  readonly place: Place;
  readonly marks: MarkIndex;
  readonly runs: readonly Run<PlacedPassage>[];
  readonly chosen: string | null;
}

/** A stretch of a text with its marks and highlights: the text itself, letter by letter, and nothing else. */
export function Words({ text, place, marks, runs, chosen }: WordsProps) {
  return paintedParts(place, marks.within(place), runs).map((part) =>
    part.passages.length === 0 ? (
      <Segments key={part.start} text={text} part={part} />
    ) : (
      <mark
        key={part.start}
        className={styles.mark}
        data-passages={part.passages.map(({ id }) => id).join(' ')}
        data-chosen={part.passages.some(({ id }) => id === chosen) || undefined}
        aria-description={markWords(part.passages)}
        style={markLooks(part.passages.map(({ colour }) => colour))}
      >
        <Segments text={text} part={part} />
      </mark>
    ),
  );
}

function Segments({ text, part }: { readonly text: string; readonly part: Painted<PlacedPassage> }) {
  return part.segments.map((segment) => (
    <Marked key={segment.start} segment={segment} text={text.slice(segment.start, segment.end)} />
  ));
}

function Marked({ segment, text }: { readonly segment: Segment; readonly text: string }): ReactNode {
  let words: ReactNode = text;
  if (segment.code) words = <code className={styles.code}>{words}</code>;
  if (segment.emphasis) words = <em>{words}</em>;
  if (segment.strong) words = <strong>{words}</strong>;
  const target = segment.link === null ? null : outsideAddress(segment.link);
  if (target === null) return words;
  return (
    <a href={target} target="_blank" rel="noreferrer" className={styles.link}>
      {words}
    </a>
  );
}

/** A web or mail address as it can be opened outside, after a question; null for any other. */
export function outsideAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : null;
}

/** "Yellow highlight", "Yellow and green highlights": what the colours say to those who listen. */
function markWords(passages: readonly PlacedPassage[]): string {
  const names = passages.map(({ colour }) => passagesSection.fields.colour.plain(colour).toLowerCase());
  const words = names.length === 1 ? `${names[0] ?? ''} highlight` : `${names.join(' and ')} highlights`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
