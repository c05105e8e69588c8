// The worker's half first: where pdf.js finds it loaded, it works in this thread, which is a worker already.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { CaptureHint, Detected } from '../../../../shared/captures/index.ts';
import { err, ok } from '../../../../shared/lib/result.ts';
import { pdfParameters } from '../../pdf-files/parameters.ts';
import { pdfProblem } from '../../pdf-files/problems.ts';
import { textItems } from '../../pdf-files/text-items.ts';
import type { Extracted } from '../messages.ts';
import { assemble } from './assemble.ts';
import type { ReadPage } from './assemble.ts';
import { describePdf } from './describe-pdf.ts';
import { linesOf } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';

/** Nobody reads more in one piece; a hostile file declares billions. */
const mostPages = 20_000;
const mostText = 32 * 1024 * 1024;

/** Reads a PDF's text page by page. One that has none is kept and says so. The bytes are used up. */
export async function readPdf(
  bytes: Uint8Array,
  hint: CaptureHint,
  onProgress: (done: number, total: number) => void,
): Promise<Extracted> {
  const task = getDocument(pdfParameters(bytes));
  try {
    const document = await task.promise;
    const total = document.numPages;
    if (total > mostPages) return tooLong;
    const labels = await document.getPageLabels().catch(() => null);
    const pages: ReadPage[] = [];
    let length = 0;
    for (let number = 1; number <= total; number += 1) {
      const page = await readPage(document, number, labels?.[number - 1] ?? String(number));
      length += page.paragraphs.reduce((sum, { text }) => sum + text.length, 0);
      if (length > mostText) return tooLong;
      pages.push(page);
      onProgress(number, total);
    }
    const reading = assemble(pages, { ...(await describe(document)), address: hint.address ?? '' }, hint.name);
    const notes = reading.text === '' ? [noText] : [];
    return ok({ mediaType: 'application/pdf', reading, notes });
  } catch (error) {
    return err(pdfProblem(error));
  } finally {
    await task.destroy();
  }
}

/** A page that cannot be read is one without text: the others are read all the same. */
async function readPage(document: PDFDocumentProxy, number: number, label: string): Promise<ReadPage> {
  try {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    page.cleanup();
    return { label, width, height, paragraphs: paragraphsOf(linesOf(textItems(items))) };
  } catch {
    return { label, width: 595, height: 842, paragraphs: [] };
  }
}

async function describe(document: PDFDocumentProxy): Promise<Partial<Detected>> {
  try {
    const { info, metadata } = await document.getMetadata();
    return describePdf({ info: { ...info }, xmp: (name): unknown => metadata?.get(name) });
  } catch {
    return {};
  }
}

const noText = {
  reason: 'no-text' as const,
  message:
    'This PDF has no text: its pages are pictures, as a scanner makes them. It is kept and its pages can be looked at; there is nothing to search or to mark.',
};

const tooLong = err({
  reason: 'too-large' as const,
  message: 'This PDF has more pages or text than is read. Nothing was added: save the part that matters and add that.',
});
