import { useEffect, useState } from 'react';
import { bridge } from '../bridge/index.ts';
import type { Paper } from '../../shared/bridge/index.ts';
import { classes, Spinner } from '../ui/index.ts';
import styles from './brief.module.css';
import { useElementSize } from './use-element-size.ts';

interface PreviewProps {
  /** The document that would be printed; null while it is being made. */
  readonly html: string | null;
  readonly paper: Paper;
  /** The part to show when another document comes. */
  readonly part: string | null;
}

/** What the sheet needs beside it: the frame's own margin and its scroll bar, in CSS pixels. */
const besideSheet = 48;
/** CSS pixels. */
const sheetWidth = { A4: 794, Letter: 816 } as const;

/**
 * The very document that is printed, in a frame of another origin without scripts. Where the window is narrower than the
 * paper, the paper is shown smaller: nothing may wrap differently than in print.
 */
export function Preview({ html, paper, part }: PreviewProps) {
  const [stage, size] = useElementSize();
  const [shown, setShown] = useState<string | null>(null);
  const [coming, setComing] = useState<string | null>(null);
  useEffect(() => {
    if (html === null) return;
    let current = true;
    void bridge.brief.preview({ html }).then(({ url }) => {
      if (current) setComing(part === null ? url : `${url}#part-${part}`);
    });
    return () => {
      current = false;
    };
    // Another part to show is no reason to load the same document again.
  }, [html]); // eslint-disable-line react-hooks/exhaustive-deps
  const scale = Math.min(1, size.width / (sheetWidth[paper] + besideSheet));
  const frames = [...new Set([shown, coming])].filter((url) => url !== null);
  return (
    <div ref={stage} className={styles.stage}>
      {shown === null && (
        <div className={styles.waiting}>
          <Spinner label="Preparing the brief" />
        </div>
      )}
      {size.width > 0 &&
        frames.map((url) => (
          <iframe
            key={url}
            src={url}
            sandbox=""
            title={url === shown ? 'Preview of the brief' : 'Next preview of the brief'}
            aria-hidden={url !== shown}
            tabIndex={url === shown ? 0 : -1}
            className={classes(styles.frame, url !== shown && styles.coming)}
            style={{ width: size.width / scale, height: size.height / scale, transform: `scale(${scale})` }}
            onLoad={() => {
              // The old document stays until the new one is there: no flash in between.
              if (url !== coming) return;
              setShown(url);
              setComing(null);
            }}
          />
        ))}
    </div>
  );
}
