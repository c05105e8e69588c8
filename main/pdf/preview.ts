import type { PrintJob, PrintProgress, ResultOf } from '../../shared/bridge/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { BriefDocuments } from './documents.ts';
import { printPdf } from './print.ts';

type PreviewResult = ResultOf<'brief.preview'>;

/** Prints briefs to be looked at: the one asked for last, and no other. */
export interface BriefPreviewer {
  readonly run: (job: PrintJob, tell: (progress: PrintProgress) => void) => Promise<PreviewResult>;
  /** Stops the one that is being made. */
  readonly cancel: () => void;
}

/** Creates the previewer. */
export function createBriefPreviewer(documents: BriefDocuments): BriefPreviewer {
  let running: AbortController | null = null;
  return {
    async run(job, tell) {
      running?.abort();
      const control = new AbortController();
      running = control;
      try {
        return ok(await printPdf(job, documents, tell, control.signal));
      } catch (error) {
        return control.signal.aborted
          ? err({ reason: 'cancelled', message: 'Another preview was asked for.' })
          : err({ reason: 'print-failed', message: `The preview could not be made: ${String(error)}.` });
      } finally {
        if (running === control) running = null;
      }
    },
    cancel: () => running?.abort(),
  };
}
