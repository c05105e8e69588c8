import { memo, useEffect, useRef, useState } from 'react';
import type { Run } from '../../../../../shared/anchors/index.ts';
import type { ReadingPage } from '../../../../../shared/captures/index.ts';
import { naturalWidth } from '../../../../captures/pdf/index.ts';
import type { OpenPdf, WordsOnPage } from '../../../../captures/pdf/index.ts';
import type { PlacedPassage } from '../found-passage.ts';
import { MarkIndex } from '../segments.ts';
import { Words } from '../Words.tsx';
import styles from './pdf.module.css';

interface PdfPageViewProps {
  readonly pdf: OpenPdf | null;
  readonly text: string;
  readonly page: ReadingPage;
  /** From 1. */
  readonly number: number;
  /** CSS pixels per point. */
  readonly scale: number;
  /** Only pages near what is seen are drawn. */
  readonly isNear: boolean;
  readonly runs: readonly Run<PlacedPassage>[];
  readonly chosen: string | null;
  /** Told when the words are on the page. */
  readonly onWords: () => void;
}

/** One page: its picture, and over it its words, which can be selected, found and highlighted. */
export const PdfPageView = memo(function PdfPageView(props: PdfPageViewProps) {
  const { pdf, text, page, number, scale, isNear, runs, chosen, onWords } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState<readonly WordsOnPage[]>([]);
  const [isFaulty, setFaulty] = useState(false);
  useEffect(() => {
    const element = canvas.current;
    if (pdf === null || !isNear || element === null) return undefined;
    const stop = new AbortController();
    const draw = async (): Promise<void> => {
      const drawn = await pdf.page(number);
      await drawn.draw(element, scale * devicePixelRatio, stop.signal);
    };
    draw().catch(() => {
      if (!stop.signal.aborted) setFaulty(true);
    });
    return () => stop.abort();
  }, [pdf, number, scale, isNear]);
  useEffect(() => {
    if (pdf === null || !isNear) return undefined;
    let isWanted = true;
    void pdf
      .page(number)
      .then((one) => one.words(text.slice(page.start, page.end)))
      .catch(() => [])
      .then((found) => {
        if (isWanted) setWords(found);
      });
    return () => {
      isWanted = false;
    };
  }, [pdf, number, isNear, text, page]);
  useEffect(() => {
    if (words.length > 0) onWords();
  }, [words, onWords]);
  return (
    <div
      className={styles.page}
      data-page={number}
      role="group"
      aria-label={`Page ${page.label || String(number)}`}
      style={{ width: Math.round(page.width * scale), height: Math.round(page.height * scale) }}
    >
      {isNear && (
        <>
          <canvas ref={canvas} className={styles.picture} aria-hidden="true" />
          <div className={styles.words}>
            {words.map((one) => (
              <PageWords key={one.start} words={one} {...{ text, page, scale, runs, chosen }} />
            ))}
          </div>
          {isFaulty && <p className={styles.faulty}>This page could not be drawn. Its words are in the text view.</p>}
        </>
      )}
    </div>
  );
});

const noMarks = new MarkIndex([]);

interface PageWordsProps {
  readonly words: WordsOnPage;
  readonly text: string;
  readonly page: ReadingPage;
  readonly scale: number;
  readonly runs: readonly Run<PlacedPassage>[];
  readonly chosen: string | null;
}

/** A line of words, unseen, where its picture is: letters of ours stretched to the same width. */
function PageWords({ words, text, page, scale, runs, chosen }: PageWordsProps) {
  const place = { start: page.start + words.start, end: page.start + words.end };
  const height = words.height * scale;
  const width = naturalWidth(text.slice(place.start, place.end), height);
  const stretch = width > 0 ? (words.width * scale) / width : 1;
  return (
    <span
      data-start={place.start}
      className={styles.line}
      style={{
        left: words.left * scale,
        top: words.top * scale,
        height,
        fontSize: height,
        transform: `rotate(${words.turn}deg) scaleX(${stretch})`,
      }}
    >
      <Words text={text} place={place} marks={noMarks} runs={runs} chosen={chosen} />
    </span>
  );
}
