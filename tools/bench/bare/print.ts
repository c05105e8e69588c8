import { app, BrowserWindow } from 'electron';
import type { PrintToPDFOptions } from 'electron';
import { writeFile } from 'node:fs/promises';

// The floor of an export: a hidden window loads a page, prints it, and the file is written. A driver asks for it by this global.
const { BENCH_USER_DATA } = process.env;
if (BENCH_USER_DATA === undefined) throw new Error('started outside of a bench');
app.setPath('userData', BENCH_USER_DATA);
app.on('window-all-closed', () => undefined);

Object.assign(globalThis, {
  /** The document of a page once code of ours has put it on pages. */
  async putOnPages(page: string, code: string): Promise<string> {
    const window = new BrowserWindow({ show: false });
    await window.loadFile(page);
    const ask = (step: string): Promise<unknown> => window.webContents.executeJavaScript(step);
    await ask(`${code};briefPages.measure().then((pages) => briefPages.build(pages))`);
    const final = await ask('`<!doctype html>${document.documentElement.outerHTML}`');
    window.destroy();
    return String(final);
  },
  /** Milliseconds from opening the window until the file is written. */
  async printPage(page: string, file: string, options: PrintToPDFOptions): Promise<number> {
    const start = performance.now();
    const window = new BrowserWindow({ show: false });
    await window.loadFile(page);
    await writeFile(file, await window.webContents.printToPDF(options));
    const took = performance.now() - start;
    window.destroy();
    return took;
  },
});
