/** pdf.js's own worker, from our own origin. It listens as soon as it is loaded. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
