import * as Y from 'yjs';
import { formatVersion, metaMap, rootDocId, storedFormat, storyMap } from '../../../shared/story/document.ts';
import type { Looked, ToLooker } from './look-into.ts';

const docs = new Map<string, Y.Doc>();

// Only our own page can reach this worker, with these messages.
addEventListener('message', ({ data }: MessageEvent<ToLooker>) => {
  if ('notebook' in data) {
    postMessage(lookAt(data.notebook));
    return;
  }
  const doc = docs.get(data.doc) ?? new Y.Doc();
  docs.set(data.doc, doc);
  try {
    for (const row of data.rows) Y.applyUpdate(doc, row);
    postMessage({ ok: true, value: { title: '' } } satisfies Looked);
  } catch {
    postMessage(no('a change in it cannot be read'));
  }
});

/** Whether all of it fits together and is the notebook that it says it is. */
function lookAt(notebook: string): Looked {
  for (const { store } of docs.values()) {
    if (store.pendingStructs !== null || store.pendingDs !== null)
      return no('a change that later ones build on is missing');
  }
  const root = docs.get(rootDocId(notebook));
  const format = root === undefined ? 0 : storedFormat(root);
  if (format > formatVersion) return no('a newer version of Backstory wrote it; update Backstory to open it');
  if (root === undefined || format !== formatVersion || metaMap(root).get('notebook') !== notebook)
    return no('what it holds is no story');
  const title = storyMap(root).get('title');
  return { ok: true, value: { title: typeof title === 'string' ? title.slice(0, 500) : '' } };
}

function no(why: string): Looked {
  return { ok: false, error: why };
}
