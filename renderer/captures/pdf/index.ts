/** PDF pages to be drawn. pdf.js itself is loaded when the first is opened. */
export { scaleOf, zoomed, zoomWords } from './layout.ts';
export type { Zoom } from './layout.ts';
export { naturalWidth } from './natural-width.ts';
export { openPdf } from './open-pdf.ts';
export type { OpenPdf, PdfPage } from './open-pdf.ts';
export { usePdf } from './use-pdf.ts';
export type { PrintedBlock, PrintedLink, PrintedWords } from './printed-page.ts';
export type { WordsOnPage } from './words-on-page.ts';
