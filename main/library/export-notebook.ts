import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { JournalRow } from '../../shared/bridge/index.ts';
import type { NotebookJournal } from '../journal/engine/notebook-journal.ts';
import { captureNames, getCapture } from './captures.ts';
import type { FileCapture } from './notebook-file.ts';
import type { Work } from './work.ts';
import type { NotebookContent } from './write-notebook-file.ts';

/** Everything of a notebook that is in use, as it is now: what is written meanwhile is not in it. */
export async function contentOf(journal: NotebookJournal, title: string, work: Work): Promise<NotebookContent> {
  const heads = journal.heads();
  const names = await captureNames(journal);
  const total = await sizeOf(journal, names);
  let done = 0;
  const count = (bytes: number): void => {
    done += bytes;
    work.progress(Math.min(done, total), total);
  };

  async function* rows(): AsyncGenerator<readonly JournalRow[]> {
    for (const { doc, seq: last } of heads) {
      for (let after = 0, more = true; more;) {
        const part = journal.read(doc, after, null);
        const taken = part.rows.filter(({ seq }) => seq <= last);
        if (taken.length > 0) yield taken;
        count(taken.reduce((sum, { bytes }) => sum + bytes.byteLength, 0));
        after = part.rows.at(-1)?.seq ?? after;
        more = part.more && after < last;
      }
    }
  }

  /** A damaged capture is left out: nobody could tell later that it is. The page has mended before what it could. */
  async function* captures(): AsyncGenerator<FileCapture> {
    for (const hash of names) {
      const found = await getCapture(journal, hash);
      if (found.ok) yield { hash, bytes: found.value };
      if (found.ok) count(found.value.byteLength);
    }
  }

  return { notebook: journal.notebook, title, rows: rows(), captures: captures() };
}

/** Roughly, in bytes: what progress is measured against. */
async function sizeOf({ folder, seal }: NotebookJournal, captures: readonly string[]): Promise<number> {
  const named = captures.map((hash) => join('captures', seal?.hide(hash) ?? hash));
  const paths = ['journal.sqlite', 'journal.sqlite-wal', ...named];
  const sizes = await Promise.all(
    paths.map((path) =>
      stat(join(folder, path)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 1);
}
