import { BrowserWindow, session } from 'electron';
import type { ExportStage, PrintJob } from '../../shared/bridge/index.ts';
import { harden } from '../windows/hardening.ts';
import { safePreferences } from '../windows/main-window.ts';
import type { BriefDocuments } from './documents.ts';
import { describePdf } from './metadata.ts';

/** The session briefs are printed in: in memory, apart from the app's own, without any permission or network. */
const partition = 'brief-print';

/**
 * Prints a document in a hidden window without scripts and gives the PDF's bytes: tagged, with the document's outline, title
 * and language. Aborting `signal` closes the window, and the promise rejects.
 */
export async function printPdf(
  job: PrintJob,
  documents: BriefDocuments,
  onStage: (stage: ExportStage) => void,
  signal: AbortSignal,
): Promise<Uint8Array> {
  signal.throwIfAborted();
  const window = openPrintWindow(documents);
  const url = documents.put(job.html);
  const close = () => {
    if (!window.isDestroyed()) window.destroy();
  };
  signal.addEventListener('abort', close);
  try {
    onStage('laying-out');
    await window.loadURL(url);
    await fontsLoaded(window, signal);
    onStage('printing');
    const pdf = await window.webContents.printToPDF({
      pageSize: job.paper,
      margins: job.margins,
      printBackground: true,
      displayHeaderFooter: job.headerTemplate !== '' || job.footerTemplate !== '',
      // An empty template would make Chromium print its own (date, title, address).
      headerTemplate: job.headerTemplate === '' ? '<span></span>' : job.headerTemplate,
      footerTemplate: job.footerTemplate === '' ? '<span></span>' : job.footerTemplate,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    return describePdf(pdf, { author: job.author, creator: 'Backstory' });
  } finally {
    signal.removeEventListener('abort', close);
    documents.drop(url);
    close();
  }
}

/** A world beside the page's own, which runs no script. Electron's context isolation has 999. */
const ownWorld = 1000;

/**
 * Waits for the document's fonts: words in one that is still on its way are printed as nothing at all. The layout is what asks
 * for them, and a hidden window may not have been laid out yet.
 */
async function fontsLoaded(window: BrowserWindow, signal: AbortSignal): Promise<void> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The printing was stopped')), { once: true });
  });
  const code = 'document.body.getBoundingClientRect(); document.fonts.ready.then(() => null)';
  // A window that is closed meanwhile never answers.
  await Promise.race([window.webContents.executeJavaScriptInIsolatedWorld(ownWorld, [{ code }]), aborted]);
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
