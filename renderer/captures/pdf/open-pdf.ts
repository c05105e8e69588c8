import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { CaptureProblem } from '../../../shared/captures/index.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { pdfParameters } from '../pdf-files/parameters.ts';
import { pdfProblem } from '../pdf-files/problems.ts';
import { textItems } from '../pdf-files/text-items.ts';
import { blocksOn, linksOn, pageOfPlace, toDrawn } from './printed-page.ts';
import type { PrintedBlock, PrintedLink } from './printed-page.ts';
import { wordsOnPage } from './words-on-page.ts';
import type { WordsOnPage } from './words-on-page.ts';

/** A page that can be drawn. */
export interface PdfPage {
  /** In points, as it is drawn. */
  readonly width: number;
  readonly height: number;
  /**
   * Draws it. `scale` is dots of the canvas per point; the canvas takes the size that is needed. Rejects with an `AbortError` when stopped.
   */
  draw(canvas: HTMLCanvasElement, scale: number, signal: AbortSignal): Promise<void>;
  /** Where the words of its text (the reading's, of this page) stand; empty where that cannot be told. */
  words(text: string): Promise<readonly WordsOnPage[]>;
  /** The blocks of its text as the file's structure has them: for tagged files, such as our own. */
  blocks(): Promise<readonly PrintedBlock[]>;
  /** What on it leads elsewhere. */
  links(): Promise<readonly PrintedLink[]>;
}

/** A heading of the file's outline and the page it is on, from 1. */
interface PdfStop {
  readonly title: string;
  readonly page: number;
}

/** A PDF that is open until `close`. */
export interface OpenPdf {
  readonly pageCount: number;
  /** @param number from 1 */
  page(number: number): Promise<PdfPage>;
  outline(): Promise<readonly PdfStop[]>;
  close(): Promise<void>;
}

/**
 * Opens a PDF to draw its pages. pdf.js is loaded by the first call, and works in a worker of its own for each document; nothing of
 * the file runs and nothing is fetched from elsewhere.
 */
export async function openPdf(bytes: Uint8Array): Promise<Result<OpenPdf, CaptureProblem>> {
  const { getDocument, PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const port = new Worker(new URL('./pdf.worker.ts', import.meta.url), { type: 'module' });
  const worker = PDFWorker.create({ port });
  const task = getDocument({ ...pdfParameters(new Uint8Array(bytes)), worker });
  const close = async (): Promise<void> => {
    await task.destroy();
    worker.destroy();
    port.terminate();
  };
  try {
    const document = await task.promise;
    return ok({
      pageCount: document.numPages,
      page: async (number) => pageOf(document, await document.getPage(number)),
      outline: () => outlineOf(document),
      close,
    });
  } catch (error) {
    await close();
    return err(pdfProblem(error));
  }
}

function pageOf(document: PDFDocumentProxy, page: PDFPageProxy): PdfPage {
  const { width, height } = page.getViewport({ scale: 1 });
  return {
    width,
    height,
    draw: async (canvas, scale, signal) => {
      signal.throwIfAborted();
      const viewport = page.getViewport({ scale });
      canvas.width = Math.ceil(viewport.width);
      canvas.height = Math.ceil(viewport.height);
      const task = page.render({ canvas, viewport });
      const stop = (): void => task.cancel();
      signal.addEventListener('abort', stop);
      try {
        await task.promise;
      } catch (error) {
        signal.throwIfAborted();
        throw error;
      } finally {
        signal.removeEventListener('abort', stop);
      }
    },
    words: async (text) => {
      const viewport = page.getViewport({ scale: 1 });
      const { items } = await page.getTextContent();
      return wordsOnPage(textItems(items), text, toDrawn(viewport));
    },
    blocks: () => blocksOn(page),
    links: () => linksOn(document, page),
  };
}

async function outlineOf(document: PDFDocumentProxy): Promise<readonly PdfStop[]> {
  // The library gives null for a file without one, whatever its types say.
  const roots: readonly OutlineItem[] | null = await document.getOutline();
  const flat = (items: readonly OutlineItem[]): readonly OutlineItem[] =>
    items.flatMap((item) => [item, ...flat(item.items)]);
  const stops = await Promise.all(
    flat(roots ?? []).map(async ({ title, dest }) => ({ title, page: await pageOfPlace(document, dest) })),
  );
  return stops.flatMap(({ title, page }) => (page === null ? [] : [{ title, page }]));
}

interface OutlineItem {
  readonly title: string;
  readonly dest: string | readonly unknown[] | null;
  readonly items: readonly OutlineItem[];
}
