import * as v from 'valibot';
import { papers } from './settings.ts';

/** The largest document that is printed, in UTF-16 code units (64 Mi). */
const maxHtml = 64 * 1024 * 1024;
const html = v.pipe(v.string(), v.maxLength(maxHtml));
const template = v.pipe(v.string(), v.maxLength(4 * 1024 * 1024));
const inches = v.pipe(v.number(), v.minValue(0), v.maxValue(4));

/**
 * What is printed. `html` is a whole document; it may name `/print/brief.css` and `/print/fonts/…` by those paths. Chromium
 * draws the two templates on every page outside of the document: they see none of its styles and fonts, so they carry
 * their own (as data: URLs). Margins are in inches. The document's <title> and lang become the PDF's.
 */
export const printJobSchema = v.object({
  html,
  paper: v.picklist(papers),
  headerTemplate: template,
  footerTemplate: template,
  margins: v.object({ top: inches, bottom: inches, left: inches, right: inches }),
  /** The PDF's author; null for none. */
  author: v.nullable(v.pipe(v.string(), v.maxLength(500))),
});
export type PrintJob = v.InferOutput<typeof printJobSchema>;

/** A document for the preview frame: the same as is printed. */
export const previewSchema = v.object({ html });

/** What an export is doing. */
export const exportStages = ['laying-out', 'printing', 'saving'] as const;
export type ExportStage = (typeof exportStages)[number];

/** Why there is no PDF: the user stopped it, Chromium could not print it, or the file could not be written. */
export const exportFailures = ['cancelled', 'print-failed', 'write-failed'] as const;
export type ExportFailure = (typeof exportFailures)[number];
