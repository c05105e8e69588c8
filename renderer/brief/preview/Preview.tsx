import { useEffect, useState } from 'react';
import type { PrintJob } from '../../../shared/bridge/index.ts';
import { scaleOf, zoomed, zoomWords } from '../../captures/pdf/index.ts';
import type { Zoom } from '../../captures/pdf/index.ts';
import { Button, EmptyState, IconButton, Spinner } from '../../ui/index.ts';
import type { LengthWish } from '../length.ts';
import { progressOf } from '../print-progress.ts';
import { useElementSize } from '../use-element-size.ts';
import { PreviewPages } from './PreviewPages.tsx';
import styles from './preview.module.css';
import { useDrawn } from './use-drawn.ts';
import { useLength } from './use-length.ts';
import { usePreview } from './use-preview.ts';

interface PreviewProps {
  /** What would be printed; null while it is being made. */
  readonly job: PrintJob | null;
  /** The heading to show when another PDF comes; null to stay where one reads. */
  readonly heading: string | null;
  /** How long it was to be; null for as long as it is. */
  readonly length: LengthWish | null;
  /** Told why it is longer, in a line; null where it is not. */
  readonly onLength: (words: string | null) => void;
}

/** Beside the pages, in CSS pixels: what they lie on, and the scroll bar. */
const beside = 48;
/** Wider than this pages are not drawn unasked: in print they are narrower. CSS pixels per point. */
const largest = 1.6;

/** The PDF itself, page by page: what is looked at is what would be saved. */
export function Preview({ job, heading, length, onLength }: PreviewProps) {
  const { shown, isCurrent, progress, problem } = usePreview(job);
  const [stage, size] = useElementSize();
  const [zoom, setZoom] = useState<Zoom>('fit');
  const [page, setPage] = useState(1);
  const sheets = shown === null ? [] : [shown.size];
  const scale = Math.min(scaleOf(sheets, zoom, size.width - beside), zoom === 'fit' ? largest : Infinity);
  const count = shown?.pdf.pageCount ?? 0;
  const waiting = useSlow(progress !== null);
  const { isDrawn, onDrawn } = useDrawn(shown?.pdf ?? null, scale);
  const longer = useLength(isCurrent ? (shown?.pdf ?? null) : null, length);
  useEffect(() => onLength(longer), [onLength, longer]);
  const inSight = Math.min(page, count);
  const isBusy = problem === null && !(isCurrent && isDrawn(inSight));
  return (
    <section className={styles.preview} aria-label="Preview of the brief" aria-busy={isBusy}>
      <div className={styles.tools}>
        <span>{count === 0 ? '' : `Page ${inSight} of ${count}`}</span>
        <span role="status" className={styles.state}>
          {waiting && progress !== null && shown !== null ? progressOf(progress).words : longer}
        </span>
        <IconButton icon="minus" label="Smaller pages" size="small" onPress={() => setZoom(zoomed(scale, -1))} />
        <span className={styles.zoom}>{zoomWords(scale)}</span>
        <IconButton icon="add" label="Larger pages" size="small" onPress={() => setZoom(zoomed(scale, 1))} />
        <Button size="small" variant="quiet" isDisabled={zoom === 'fit'} onPress={() => setZoom('fit')}>
          Fit width
        </Button>
      </div>
      <div ref={stage} className={styles.stage}>
        {shown === null && problem === null && (
          <div className={styles.waiting}>
            <Spinner label={progress === null ? 'Preparing the brief' : progressOf(progress).words} />
          </div>
        )}
        {problem !== null && <EmptyState title="The pages cannot be shown">{problem}</EmptyState>}
        {shown !== null && size.width > 0 && (
          <PreviewPages
            pdf={shown.pdf}
            size={shown.size}
            scale={scale}
            heading={heading}
            isOld={waiting}
            onDrawn={onDrawn}
            onPage={setPage}
          />
        )}
      </div>
    </section>
  );
}

/** Whether something has been going on for so long that it is worth saying. */
function useSlow(isOn: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setTimeout(() => setSlow(true), 700);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [isOn]);
  return isSlow;
}
