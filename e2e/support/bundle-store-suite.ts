import { build } from 'esbuild';
import { join } from 'node:path';
import { root } from './subject.ts';

/**
 * Bundles the acceptance suite of the document stores for a page. Nothing of it is part of the app: a journey hands the
 * text to the page of the packaged app, so that the suite runs on the very IndexedDB that notebooks are kept in.
 */
export async function bundleStoreSuite(): Promise<string> {
  const built = await build({
    stdin: {
      contents: `
        import { storeCases } from './document-store.suite.ts';
        import { indexedDbHarness } from './indexeddb-harness.suite.ts';
        import { compactDocument } from './compaction.ts';
        import { createIndexedDbStore } from './indexeddb-store.ts';
        import * as Y from 'yjs';
        const compact = async (name) => { await compactDocument(name); };
        const harness = indexedDbHarness({ patience: 1500, lockPatience: 300, compact });
        const uncompacted = createIndexedDbStore({ compact: async () => undefined });
        globalThis.storeSuite = { uncompacted, cases: storeCases(harness), harness, newDoc: () => new Y.Doc(), toJson: (doc) => doc.getMap('story').toJSON() };
      `,
      resolveDir: join(root, 'renderer', 'persistence'),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome130',
    // The worker that compacts in the app is not started here, and its address not needed.
    define: { 'import.meta.url': '""' },
  });
  return built.outputFiles[0]?.text ?? '';
}
