import { useEffect, useRef, useState } from 'react';
import type { PrintJob, PrintProgress } from '../../../shared/bridge/index.ts';
import { bridge } from '../../bridge/index.ts';
import { openPdf } from '../../captures/pdf/index.ts';
import type { OpenPdf } from '../../captures/pdf/index.ts';

/** Milliseconds that a change of the brief waits for more of them before it is printed. */
const settle = 300;

interface ShownPdf {
  /** What it was printed from. */
  readonly job: PrintJob;
  readonly pdf: OpenPdf;
  /** Of the first page, in points; all are alike. */
  readonly size: { readonly width: number; readonly height: number };
}

interface BriefPreview {
  /** The PDF printed last; the one before it stays until it is there. */
  readonly shown: ShownPdf | null;
  /** Whether that is the brief as it is now. */
  readonly isCurrent: boolean;
  /** How far the next one is; null while there is none to wait for. */
  readonly progress: PrintProgress | null;
  /** Why there is none of the brief as it is now. */
  readonly problem: string | null;
}

/** Prints the brief whenever it has changed, and opens the PDF. What is on its way for an older one is stopped. */
export function usePreview(job: PrintJob | null): BriefPreview {
  const [shown, setShown] = useState<ShownPdf | null>(null);
  const [progress, setProgress] = useState<PrintProgress | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const first = useRef(true);
  const html = job?.html;
  useEffect(() => {
    if (job === null) return undefined;
    let isWanted = true;
    const make = async (): Promise<void> => {
      setProgress({ stage: 'laying-out', page: 0, pages: 0 });
      const made = await printed(job);
      if (!isWanted) return made.ok ? made.value.pdf.close() : undefined;
      setProgress(null);
      setProblem(made.ok ? null : made.error);
      if (made.ok) setShown(made.value);
    };
    const timer = setTimeout(() => void make(), first.current ? 0 : settle);
    first.current = false;
    const stopListening = bridge.on('brief.progress', ({ of, ...now }) => {
      if (of === 'preview' && isWanted) setProgress(now);
    });
    return () => {
      isWanted = false;
      clearTimeout(timer);
      stopListening();
      void bridge.brief.cancelPreview();
    };
    // The same document on the same paper is the same job.
  }, [html, job?.paper, job?.author]); // eslint-disable-line react-hooks/exhaustive-deps
  useEffect(() => () => void shown?.pdf.close(), [shown]);
  const isCurrent = job !== null && shown !== null && isSame(shown.job, job);
  return { shown, isCurrent, progress, problem };
}

async function printed(job: PrintJob) {
  const made = await bridge.brief.preview({ job });
  if (!made.ok) return { ok: false, error: made.error.message } as const;
  const opened = await openPdf(made.value);
  if (!opened.ok) return { ok: false, error: opened.error.message } as const;
  const { width, height } = await opened.value.page(1);
  return { ok: true, value: { job, pdf: opened.value, size: { width, height } } } as const;
}

function isSame(a: PrintJob, b: PrintJob): boolean {
  return a.html === b.html && a.paper === b.paper && a.author === b.author;
}
