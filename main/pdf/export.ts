import { shell, type BrowserWindow } from 'electron';
import { basename, extname } from 'node:path';
import type { PrintJob, PrintProgress, ResultOf } from '../../shared/bridge/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import { writeAtomically } from '../files/atomic-write.ts';
import { chooseSavePath, pdfFilters } from '../files/dialogs.ts';
import { reasonOf } from '../files/read-page.ts';
import type { BriefDocuments } from './documents.ts';
import { pageCount } from './metadata.ts';
import { printPdf } from './print.ts';

type ExportResult = ResultOf<'brief.exportPdf'>;

/** Exports briefs, one at a time, to where the user says. */
export interface BriefExporter {
  readonly run: (
    job: PrintJob,
    suggestedName: string,
    window: BrowserWindow,
    tell: (progress: PrintProgress) => void,
  ) => Promise<ExportResult>;
  /** Stops the export that is running. */
  readonly cancel: () => void;
  /** Shows the file saved last in its folder. */
  readonly reveal: () => void;
}

const cancelled: ExportResult = err({ reason: 'cancelled', message: 'The export was stopped. Nothing was saved.' });

/** Creates the exporter. */
export function createBriefExporter(documents: BriefDocuments): BriefExporter {
  let running: AbortController | null = null;
  let saved: string | null = null;
  return {
    async run(job, suggestedName, window, tell) {
      running?.abort();
      const control = new AbortController();
      running = control;
      try {
        // Asked first, so that nobody waits for a PDF that has no place to go.
        const chosen = await chooseSavePath(window, 'Export brief', suggestedName, pdfFilters);
        if (chosen === null || control.signal.aborted) return cancelled;
        const path = extname(chosen).toLowerCase() === '.pdf' ? chosen : `${chosen}.pdf`;
        const result = await printAndSave(job, path, documents, tell, control.signal);
        if (result.ok) saved = path;
        return result;
      } finally {
        if (running === control) running = null;
      }
    },
    cancel: () => running?.abort(),
    reveal: () => {
      if (saved !== null) shell.showItemInFolder(saved);
    },
  };
}

/** Prints a brief and saves it whole. The message of a failure is for the user. */
export async function printAndSave(
  job: PrintJob,
  path: string,
  documents: BriefDocuments,
  tell: (progress: PrintProgress) => void,
  signal: AbortSignal,
): Promise<ExportResult> {
  let pdf: Uint8Array;
  try {
    pdf = await printPdf(job, documents, tell, signal);
  } catch (error) {
    if (signal.aborted) return cancelled;
    return err({ reason: 'print-failed', message: `The brief could not be printed: ${String(error)}.` });
  }
  if (signal.aborted) return cancelled;
  const pages = pageCount(pdf);
  tell({ stage: 'saving', page: pages ?? 0, pages: pages ?? 0 });
  try {
    await writeAtomically(path, pdf);
  } catch (error) {
    return err({
      reason: 'write-failed',
      message: `“${basename(path)}” could not be saved: ${reasonOf(error, 'writing')}.`,
    });
  }
  return ok({ fileName: basename(path), pages });
}
