import type { PrintToPDFOptions } from 'electron';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** A bare program that prints the brief of a story (Story JSON), tagged and with its outline, without running header. */
export async function barePrinter<T>(desk: Desk, story: string, work: (exporter: Exporter) => Promise<T>): Promise<T> {
  const { html, margins } = await printableStory(story);
  const page = join(desk.folder, 'brief.html');
  await writeFile(page, html);
  const file = join(desk.folder, 'bare.pdf');
  const options: PrintToPDFOptions = {
    pageSize: 'A4',
    margins,
    printBackground: true,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  };
  return driven(await desk.bare('print'), (app) => {
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
