import type { Bridge, FileContents } from '../../../shared/bridge/index.ts';
import { err } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';

/** What the worker is told: rows of a document, or that these were all and whose they are. Each is answered. */
export type ToLooker = { readonly doc: string; readonly rows: readonly Uint8Array[] } | { readonly notebook: string };

/** The notebook's title; or why it is none, as the end of a sentence. */
export type Looked = Result<{ readonly title: string }, string>;

/**
 * Finds out whether the changes in a checked file make a notebook: its checksums say that they are as they were written, and nothing of
 * what they mean. Away from the window's thread; nothing is kept.
 */
export async function lookInto(library: Bridge['library'], file: string, contents: FileContents): Promise<Looked> {
  const worker = new Worker(new URL('./look.worker.ts', import.meta.url), { type: 'module' });
  const ask = (message: ToLooker): Promise<Looked> =>
    new Promise((resolve) => {
      // Our own worker answers with nothing else.
      worker.onmessage = (event: MessageEvent<Looked>) => resolve(event.data);
      worker.onerror = () => resolve(err('looking into it failed'));
      worker.postMessage(message);
    });
  try {
    for (const { doc } of contents.docs) {
      for (let after = 0, more = true; more;) {
        const part = await library.read({ file, doc, after });
        if (!part.ok) return err('it could not be read to its end');
        const looked = await ask({ doc, rows: part.value.rows.map(({ bytes }) => bytes) });
        if (!looked.ok) return looked;
        after = part.value.rows.at(-1)?.seq ?? after;
        more = part.value.more;
      }
    }
    return await ask({ notebook: contents.notebook });
  } finally {
    worker.terminate();
  }
}
