/**
 * The printing half of the command line, run by Electron without a visible window: reads an order from the folder it is
 * given, prints, writes the PDF, and leaves an answer. It takes no single-instance lock and keeps its data in that folder.
 */
import { app } from 'electron';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { createBriefDocuments } from '../../pdf/documents.ts';
import { printAndSave } from '../../pdf/export.ts';
import { registerSchemes } from '../../windows/app-protocol.ts';
import { refuseNavigation } from '../../windows/hardening.ts';
import { answerFile, folderVariable, orderFile, printOrderSchema, type PrintAnswer } from '../print-order.ts';

const folder = process.env[folderVariable];
if (folder === undefined) {
  app.exit(1);
} else {
  app.setPath('userData', join(folder, 'data'));
  // Nothing is shown, so no graphics card needs waking.
  app.disableHardwareAcceleration();
  registerSchemes();
  refuseNavigation(() => undefined);
  // The print window closes before the answer is written: that is not the end yet.
  app.on('window-all-closed', () => undefined);
  void app
    .whenReady()
    .then(() => print(folder))
    .catch((error: unknown): PrintAnswer => ({ failure: `The brief could not be printed: ${String(error)}.` }))
    .then((answer) => writeFile(join(folder, answerFile), JSON.stringify(answer)))
    .finally(() => {
      app.exit(0);
    });
}

async function print(from: string): Promise<PrintAnswer> {
  const order = v.parse(printOrderSchema, JSON.parse(await readFile(join(from, orderFile), 'utf8')));
  const documents = createBriefDocuments(join(__dirname, '..', 'print'));
  const { signal } = new AbortController();
  const result = await printAndSave(order.job, order.path, documents, () => undefined, signal);
  return { failure: result.ok ? null : result.error.message };
}
