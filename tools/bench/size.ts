import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as Y from 'yjs';
import { ageing } from './ageing.ts';
import { corpus } from './corpus.ts';
import { exact } from './figure.ts';
import type { Figure } from './figure.ts';
import { notebookOf } from './notebook.ts';

const overwrites = 20_000;

/**
 * Goal 5: the bytes of a notebook's stored state (as backups hold it), against the same notebook as gzipped JSON;
 * and by how many bytes it grows with each overwritten field. History and journal are kept apart and count for themselves.
 */
export function size(): readonly Figure[] {
  const { doc, events: refs } = notebookOf(corpus(1).events.map(({ title, body }) => ({ title, text: body })));
  const fresh = storedBytes(doc);
  const json = gzipSync(JSON.stringify(plain(doc))).byteLength;
  const titles = corpus(2).events.map(({ title }) => title);
  for (const update of ageing(doc, refs, titles, overwrites)) Y.applyUpdate(doc, update);
  const common = { name: 'size', better: 'lower' as const };
  return [
    exact({ ...common, value: fresh / json, goal: 0.95, unit: 'of the bytes', against: 'gzipped JSON' }),
    exact({
      ...common,
      value: (storedBytes(doc) - fresh) / overwrites,
      goal: 12,
      unit: 'bytes per overwrite',
      against: 'none',
    }),
  ];
}

/** As `main/journal/engine/state-packing.ts` packs what the window encodes. */
function storedBytes(doc: Y.Doc): number {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  return brotliCompressSync(Y.encodeStateAsUpdateV2(doc), { params }).byteLength;
}

/** Everything a document holds, as plain data. */
function plain(doc: Y.Doc): Record<string, unknown> {
  return Object.fromEntries([...doc.share.keys()].map((name) => [name, doc.getMap(name).toJSON()]));
}
