/** PDF pages to be drawn. pdf.js itself is loaded when the first is opened. */
export { openPdf } from './open-pdf.ts';
export type { OpenPdf, PdfPage } from './open-pdf.ts';
export type { WordsOnPage } from './words-on-page.ts';
