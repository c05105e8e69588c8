import { useState } from 'react';
import type { FormEvent } from 'react';
import { useActions } from '../../../../session/actions.ts';
import { Button, IconButton, TextField } from '../../../../ui/index.ts';
import { zoomed, zoomWords } from '../../../../captures/pdf/index.ts';
import type { Zoom } from '../../../../captures/pdf/index.ts';
import styles from './pdf.module.css';

interface PdfToolsProps {
  /** The page that is read, from 1. */
  readonly page: number;
  readonly count: number;
  readonly onPage: (page: number) => void;
  readonly scale: number;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
}

/** Which page is read, and how large. */
export function PdfTools({ page, count, onPage, scale, zoom, onZoom }: PdfToolsProps) {
  const group = 'Sources';
  useActions([
    { id: 'pdf.larger', title: 'Larger pages', group, run: () => onZoom(zoomed(scale, 1)) },
    { id: 'pdf.smaller', title: 'Smaller pages', group, run: () => onZoom(zoomed(scale, -1)) },
    { id: 'pdf.fit', title: 'Pages as wide as there is room', group, run: () => onZoom('fit') },
    ...(page < count ? [{ id: 'pdf.next', title: 'Next page', group, run: () => onPage(page + 1) }] : []),
    ...(page > 1 ? [{ id: 'pdf.back', title: 'Page before', group, run: () => onPage(page - 1) }] : []),
  ]);
  return (
    <div className={styles.tools}>
      <PageNumber page={page} count={count} onPage={onPage} />
      <span>of {count}</span>
      <IconButton icon="minus" label="Smaller pages" size="small" onPress={() => onZoom(zoomed(scale, -1))} />
      <span className={styles.zoom}>{zoomWords(scale)}</span>
      <IconButton icon="add" label="Larger pages" size="small" onPress={() => onZoom(zoomed(scale, 1))} />
      <Button size="small" variant="quiet" isDisabled={zoom === 'fit'} onPress={() => onZoom('fit')}>
        Fit width
      </Button>
    </div>
  );
}

function PageNumber({ page, count, onPage }: Pick<PdfToolsProps, 'page' | 'count' | 'onPage'>) {
  /** Null where nobody is typing: then it is the page that is read. */
  const [typed, setTyped] = useState<string | null>(null);
  const go = (event: FormEvent): void => {
    event.preventDefault();
    setTyped(null);
    const wanted = typed === null || typed.trim() === '' ? NaN : Math.round(Number(typed));
    if (Number.isFinite(wanted)) onPage(Math.min(count, Math.max(1, wanted)));
  };
  return (
    <form onSubmit={go}>
      <TextField
        aria-label="Page"
        inputMode="numeric"
        value={typed ?? String(page)}
        onChange={setTyped}
        onBlur={() => setTyped(null)}
        className={styles.number}
      />
    </form>
  );
}
