import { BrowserWindow, session } from 'electron';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrintJob, PrintProgress } from '../../shared/bridge/index.ts';
import { harden } from '../windows/hardening.ts';
import { safePreferences } from '../windows/main-window.ts';
import type { BriefDocuments } from './documents.ts';
import { describePdf } from './metadata.ts';
import { plainIds } from './plain-ids.ts';

/** The session briefs are printed in: in memory, apart from the app's own, without any permission or network. */
const partition = 'brief-print';

/** A world beside the page's own, which runs no script. Electron's context isolation has 999. */
const ownWorld = 1000;

/** So many pages are built before it is told how far the work is. */
const stride = 20;

/**
 * Puts a document on pages in a hidden window without scripts, prints it and gives the PDF's bytes: tagged, with the document's
 * outline, title and language. Aborting `signal` closes the window, and the promise rejects.
 */
export async function printPdf(
  job: PrintJob,
  documents: BriefDocuments,
  tell: (progress: PrintProgress) => void,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  signal.throwIfAborted();
  const window = openPrintWindow(documents);
  const url = documents.put(job.html);
  // A window that goes while Chromium prints it takes the printing of every later one with it ("Printing failed").
  let isPrinting = false;
  const close = () => {
    if (!isPrinting && !window.isDestroyed()) window.destroy();
  };
  signal.addEventListener('abort', close);
  try {
    tell({ stage: 'laying-out', page: 0, pages: 0 });
    const [code] = await Promise.all([pagesCode(), window.loadURL(url)]);
    const pages = await putOnPages(window, code, tell, signal);
    tell({ stage: 'printing', page: pages, pages });
    signal.throwIfAborted();
    isPrinting = true;
    const printing = window.webContents.printToPDF({
      pageSize: job.paper,
      // Every page of the document is as large as the paper, and has its own margins.
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    const printed = () => {
      isPrinting = false;
      if (signal.aborted) close();
    };
    void printing.then(printed, printed);
    const pdf = await Promise.race([printing, whenAborted(signal)]);
    // A copy, which is an array of its own and may be sent.
    return new Uint8Array(describePdf(plainIds(pdf), { author: job.author, creator: 'Backstory' }));
  } finally {
    signal.removeEventListener('abort', close);
    documents.drop(url);
    close();
  }
}

/** What puts documents on pages (renderer/print), built beside this. */
function pagesCode(): Promise<string> {
  code ??= readFile(join(__dirname, 'pages.js'), 'utf8');
  return code;
}
let code: Promise<string> | undefined;

/** Gives the number of pages. A document that is no brief stays as it is, and has 0. */
async function putOnPages(
  window: BrowserWindow,
  code: string,
  tell: (progress: PrintProgress) => void,
  signal: AbortSignal,
): Promise<number> {
  const aborted = whenAborted(signal);
  // A window that is closed meanwhile never answers.
  const ask = async (step: string): Promise<number> => {
    const answer: unknown = await Promise.race([
      window.webContents.executeJavaScriptInIsolatedWorld(ownWorld, [{ code: step }]),
      aborted,
    ]);
    return typeof answer === 'number' ? answer : 0;
  };
  const pages = await ask(`${code};briefPages.measure()`);
  for (let page = 0; page < pages;) {
    tell({ stage: 'pages', page, pages });
    const built = await ask(`briefPages.build(${String(stride)})`);
    if (built <= page) throw new Error('The pages could not be built');
    page = built;
  }
  return pages;
}

/** Rejects once the signal is aborted. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The printing was stopped')), { once: true });
  });
}

function openPrintWindow(documents: BriefDocuments): BrowserWindow {
  const printing = session.fromPartition(partition);
  if (!prepared.has(printing)) {
    prepared.add(printing);
    harden(printing);
    documents.serve(printing);
  }
  return new BrowserWindow({
    show: false,
    webPreferences: { ...safePreferences, partition, javascript: false },
  });
}

/** Sessions that serve briefs already: a handler may be installed once only. */
const prepared = new WeakSet<Electron.Session>();
