import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { OpenPdf } from '../../captures/pdf/index.ts';
import { classes } from '../../ui/index.ts';
import { PreviewPage } from './PreviewPage.tsx';
import styles from './preview.module.css';

interface PreviewPagesProps {
  readonly pdf: OpenPdf;
  /** Points. */
  readonly size: { readonly width: number; readonly height: number };
  /** CSS pixels per point. */
  readonly scale: number;
  readonly heading: string | null;
  /** A newer one is on its way, and has been for a while. */
  readonly isOld: boolean;
  /** As for one page. */
  readonly onDrawn: (number: number, isWhole: boolean) => void;
  /** Told which page is read, from 1. */
  readonly onPage: (page: number) => void;
}

/** So many pages beyond those that are drawn have their words: for finding, selecting and reading aloud. */
const readable = 6;

/** Between pages, in CSS pixels. */
const gap = 16;

/** All pages, one below the other; those in sight and their neighbours are drawn. All are equally high, so places are reckoned. */
export function PreviewPages({ pdf, size, scale, heading, isOld, onDrawn, onPage }: PreviewPagesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const step = size.height * scale + gap;
  const [near, setNear] = useState<readonly [number, number]>([1, 2]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const look = (): void => {
      const first = Math.max(1, Math.floor(element.scrollTop / step));
      const last = Math.ceil((element.scrollTop + element.clientHeight) / step) + 1;
      setNear((before) => (before[0] === first && before[1] === last ? before : [first, last]));
      onPage(Math.floor((element.scrollTop + element.clientHeight / 2) / step) + 1);
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    return () => element.removeEventListener('scroll', look);
  }, [step, onPage, pdf]);
  const before = useRef(step);
  useLayoutEffect(() => {
    // What is read stays where it is when the pages become larger or smaller.
    scroller.current?.scrollTo({ top: (scroller.current.scrollTop * step) / before.current });
    before.current = step;
  }, [step]);
  const go = (page: number): void => {
    scroller.current?.scrollTo({ top: (page - 1) * step });
  };
  const wanted = useRef(heading);
  useEffect(() => {
    if (heading === wanted.current || heading === null) return undefined;
    let isWanted = true;
    void pdf.outline().then((stops) => {
      const page = stops.find(({ title }) => title === heading)?.page;
      if (!isWanted || page === undefined) return;
      wanted.current = heading;
      scroller.current?.scrollTo({ top: (page - 1) * step });
    });
    return () => {
      isWanted = false;
    };
  }, [pdf, heading, step]);
  return (
    // Scrolled with the keyboard, therefore focusable.
    <div
      ref={scroller}
      className={classes(styles.scroller, isOld && styles.old)}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="group"
      aria-label="Pages"
    >
      {Array.from({ length: pdf.pageCount }, (_, index) => (
        <div
          key={index}
          className={styles.page}
          role="group"
          aria-label={`Page ${index + 1} of ${pdf.pageCount}`}
          style={{ width: Math.round(size.width * scale), height: Math.round(size.height * scale) }}
        >
          {index + 1 >= near[0] - readable && index + 1 <= near[1] + readable && (
            <PreviewPage
              pdf={pdf}
              number={index + 1}
              scale={scale}
              isDrawn={index + 1 >= near[0] && index + 1 <= near[1]}
              onDrawn={onDrawn}
              onPage={go}
            />
          )}
        </div>
      ))}
    </div>
  );
}
