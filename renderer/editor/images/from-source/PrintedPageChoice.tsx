import { useEffect, useRef, useState } from 'react';
import { usePdf } from '../../../captures/pdf/index.ts';
import type { OpenPdf } from '../../../captures/pdf/index.ts';
import { EmptyState, IconButton, Spinner, TextField } from '../../../ui/index.ts';
import styles from './from-source.module.css';
import type { OfferProps } from './offered-picture.ts';
import { printedPicture } from './printed-picture.ts';

/** The pages of a captured PDF, one of which is chosen by its number. */
export function PrintedPageChoice({ hash, onOffer }: OfferProps) {
  const opened = usePdf(hash);
  if (opened === null) return <Spinner label="Opening the PDF" />;
  if (!opened.ok) return <EmptyState title="The pages cannot be shown">{opened.error}</EmptyState>;
  return <Pages pdf={opened.value} onOffer={onOffer} />;
}

function Pages({ pdf, onOffer }: Pick<OfferProps, 'onOffer'> & { readonly pdf: OpenPdf }) {
  const [typed, setTyped] = useState('1');
  const number = /^\d{1,6}$/.test(typed.trim()) ? Number(typed) : 0;
  const isPage = number >= 1 && number <= pdf.pageCount;
  useEffect(() => {
    if (!isPage) return undefined;
    onOffer({ alt: '', page: number, file: async (signal) => printedPicture(await pdf.page(number), signal) });
    return () => onOffer(null);
  }, [pdf, number, isPage, onOffer]);
  return (
    <>
      <div className={styles.number}>
        <TextField
          label="Page"
          className={styles.field}
          inputMode="numeric"
          autoFocus
          value={typed}
          onChange={setTyped}
          isInvalid={!isPage}
          errorMessage={isPage ? undefined : `A number from 1 to ${pdf.pageCount}.`}
        />
        <div className={styles.steps}>
          <span>of {pdf.pageCount}</span>
          <IconButton
            icon="chevron-up"
            label="Page before"
            isDisabled={number <= 1}
            onPress={() => setTyped(String(Math.min(number, pdf.pageCount + 1) - 1))}
          />
          <IconButton
            icon="chevron-down"
            label="Next page"
            isDisabled={number >= pdf.pageCount}
            onPress={() => setTyped(String(number + 1))}
          />
        </div>
      </div>
      {isPage && <Thumbnail key={number} pdf={pdf} number={number} />}
    </>
  );
}

/** CSS pixels. */
const thumbnailHeight = 340;

function Thumbnail({ pdf, number }: { readonly pdf: OpenPdf; readonly number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isFaulty, setFaulty] = useState(false);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return undefined;
    const stop = new AbortController();
    const draw = async (): Promise<void> => {
      const page = await pdf.page(number);
      await page.draw(element, (thumbnailHeight / page.height) * devicePixelRatio, stop.signal);
    };
    draw().catch(() => {
      if (!stop.signal.aborted) setFaulty(true);
    });
    return () => stop.abort();
  }, [pdf, number]);
  return isFaulty ? (
    <p className={styles.remark}>This page could not be drawn.</p>
  ) : (
    <canvas ref={canvas} className={styles.page} role="img" aria-label={`Page ${number} as it is printed`} />
  );
}
