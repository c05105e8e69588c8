import type { PrintToPDFOptions } from 'electron';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../../setup/paths.mjs';
import { printableStory } from '../printable.ts';
import { driven } from './desk.ts';
import type { Desk } from './desk.ts';

/** Something that makes a PDF again and again. */
export interface Exporter {
  /** Where it puts it. */
  readonly file: string;
  /** Makes it once. Milliseconds. */
  once(): Promise<number>;
}

/** What `bare/print.ts` leaves for its driver. */
type PrintPage = (page: string, file: string, options: PrintToPDFOptions) => Promise<number>;

/** What `bare/print.ts` leaves for its driver, too. */
type PutOnPages = (page: string, code: string) => Promise<string>;

/** A bare program that prints our final document of a story's brief (Story JSON), pages and all, tagged and with its outline. */
export async function barePrinter<T>(desk: Desk, story: string, work: (exporter: Exporter) => Promise<T>): Promise<T> {
  const page = join(desk.folder, 'brief.html');
  await writeFile(page, printableStory(story));
  const code = await readFile(inRoot('dist', 'main', 'pages.js'), 'utf8');
  const file = join(desk.folder, 'bare.pdf');
  const options: PrintToPDFOptions = {
    pageSize: 'A4',
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
  return driven(await desk.bare('print'), async (app) => {
    const final = await app.evaluate(
      (_electron, order) => {
        // The program has put it there before it was ready.
        const { putOnPages } = globalThis as unknown as { putOnPages: PutOnPages };
        return putOnPages(...order);
      },
      [page, code] as const,
    );
    await writeFile(page, final);
    const once = (): Promise<number> =>
      app.evaluate(
        (_electron, order) => {
          // The program has put it there before it was ready.
          const { printPage } = globalThis as unknown as { printPage: PrintPage };
          return printPage(...order);
        },
        [page, file, options] as const,
      );
    return work({ file, once });
  });
}
