import { memo, useEffect, useRef, useState } from 'react';
import { bridge } from '../../bridge/index.ts';
import { naturalWidth } from '../../captures/pdf/index.ts';
import type { OpenPdf, PrintedBlock, PrintedLink, PrintedWords } from '../../captures/pdf/index.ts';
import styles from './preview.module.css';

interface PreviewPageProps {
  readonly pdf: OpenPdf;
  /** From 1. */
  readonly number: number;
  /** CSS pixels per point. */
  readonly scale: number;
  /** Whether its picture is wanted, or its words alone. */
  readonly isDrawn: boolean;
  /** Told when the picture is whole, or cannot be, and when it is no longer that of the page as it is wanted. */
  readonly onDrawn: (number: number, isWhole: boolean) => void;
  readonly onPage: (page: number) => void;
}

/** One page: its picture, and over it its words, which can be selected and are read aloud with their headings, and its links. */
export const PreviewPage = memo(function PreviewPage(props: PreviewPageProps) {
  const { pdf, number, scale, isDrawn, onDrawn, onPage } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const [blocks, setBlocks] = useState<readonly PrintedBlock[]>([]);
  const [links, setLinks] = useState<readonly PrintedLink[]>([]);
  useEffect(() => {
    const element = canvas.current;
    if (element === null || !isDrawn) return undefined;
    const stop = new AbortController();
    // Drawn apart and then shown: the page before stays in sight until this one is whole.
    const next = document.createElement('canvas');
    const draw = async (): Promise<void> => {
      const page = await pdf.page(number);
      await page.draw(next, scale * devicePixelRatio, stop.signal);
      if (stop.signal.aborted) return;
      element.width = next.width;
      element.height = next.height;
      element.getContext('2d')?.drawImage(next, 0, 0);
    };
    // A document that was closed meanwhile draws nothing any more.
    const drawn = draw().catch(() => undefined);
    void drawn.then(() => {
      if (!stop.signal.aborted) onDrawn(number, true);
    });
    return () => {
      stop.abort();
      onDrawn(number, false);
    };
  }, [pdf, number, scale, isDrawn, onDrawn]);
  useEffect(() => {
    let isWanted = true;
    const read = async (): Promise<void> => {
      const page = await pdf.page(number);
      const [words, leading] = await Promise.all([page.blocks(), page.links()]);
      if (!isWanted) return;
      setBlocks(words);
      setLinks(leading);
    };
    read().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [pdf, number]);
  return (
    <>
      {isDrawn && <canvas ref={canvas} className={styles.picture} aria-hidden="true" />}
      <div className={styles.words}>
        {blocks.map((block, index) => (
          <Block key={index} block={block} scale={scale} />
        ))}
      </div>
      {links.map((link, index) => (
        <Link key={index} link={link} scale={scale} onPage={onPage} />
      ))}
    </>
  );
});

function Block({ block, scale }: { readonly block: PrintedBlock; readonly scale: number }) {
  const edges = block.words.map((one) => ({ ...one, right: one.left + one.width, bottom: one.top + one.height }));
  const left = Math.min(...edges.map((one) => one.left));
  const top = Math.min(...edges.map((one) => one.top));
  const style = {
    left: left * scale,
    top: top * scale,
    width: (Math.max(...edges.map(({ right }) => right)) - left) * scale,
    height: (Math.max(...edges.map(({ bottom }) => bottom)) - top) * scale,
  };
  const words = block.words.map((one, index) => (
    <Words key={index} words={{ ...one, left: one.left - left, top: one.top - top }} scale={scale} />
  ));
  if (block.heading === 0) return <p style={style}>{words}</p>;
  return (
    <div role="heading" aria-level={block.heading} style={style}>
      {words}
    </div>
  );
}

/** A run of words, unseen, where its picture is: letters of ours stretched to the same width. */
function Words({ words, scale }: { readonly words: PrintedWords; readonly scale: number }) {
  const height = words.height * scale;
  const natural = naturalWidth(words.text, height);
  const stretch = natural > 0 ? (words.width * scale) / natural : 1;
  return (
    <>
      {words.isApart && ' '}
      <span
        style={{
          left: words.left * scale,
          top: words.top * scale,
          height,
          fontSize: height,
          transform: `rotate(${words.turn}deg) scaleX(${stretch})`,
        }}
      >
        {words.text}
      </span>
    </>
  );
}

interface LinkProps {
  readonly link: PrintedLink;
  readonly scale: number;
  readonly onPage: (page: number) => void;
}

/** For the pointer: a page has too many for the Tab key, and in the saved file each can be reached. */
function Link({ link: { target, left, top, width, height }, scale, onPage }: LinkProps) {
  const follow = (): void => {
    if ('page' in target) onPage(target.page);
    else void bridge.shell.openExternal({ url: target.address });
  };
  return (
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <div
      className={styles.link}
      title={'address' in target ? target.address : `Page ${target.page}`}
      style={{ left: left * scale, top: top * scale, width: width * scale, height: height * scale }}
      onClick={follow}
    />
  );
}
