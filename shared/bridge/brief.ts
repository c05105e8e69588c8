import * as v from 'valibot';
import { papers } from './settings.ts';

/** The largest document that is printed, in UTF-16 code units (64 Mi), and the largest PDF, in bytes (256 MiB). */
const maxHtml = 64 * 1024 * 1024;
const maxPdf = 256 * 1024 * 1024;
const html = v.pipe(v.string(), v.maxLength(maxHtml));

/**
 * What is printed. `html` is a whole document in one column, which the print window puts on pages; it may name the files of
 * `/print/` by those paths. The document's <title> and lang become the PDF's.
 */
export const printJobSchema = v.object({
  html,
  paper: v.picklist(papers),
  /** The PDF's author; null for none. */
  author: v.nullable(v.pipe(v.string(), v.maxLength(500))),
});
export type PrintJob = v.InferOutput<typeof printJobSchema>;

/** A sanitised page for a sandboxed frame. */
export const shownPageSchema = v.object({ html });

/** The bytes of a PDF. */
export const pdfSchema = v.pipe(
  v.instance(Uint8Array),
  v.check((bytes) => bytes.byteLength <= maxPdf, 'larger than a brief may be'),
);

/** What printing is doing. */
export const printStages = ['laying-out', 'pages', 'printing', 'saving'] as const;
export type PrintStage = (typeof printStages)[number];

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** How far printing is. Pages are 0 until it is known how many there are. */
export const printProgressSchema = v.object({ stage: v.picklist(printStages), page: count, pages: count });
export type PrintProgress = v.InferOutput<typeof printProgressSchema>;

/** Why there is no PDF: the user stopped it, Chromium could not print it, or the file could not be written. */
export const exportFailures = ['cancelled', 'print-failed', 'write-failed'] as const;
export type ExportFailure = (typeof exportFailures)[number];

/** Why there is no preview: another one was asked for, or Chromium could not print it. */
export const previewFailures = ['cancelled', 'print-failed'] as const;
