import { build } from 'esbuild';
import { join } from 'node:path';
import { root } from './subject.ts';

/**
 * Bundles the acceptance suite of the document stores for a page. Nothing of it is part of the app: a journey hands the
 * text to the page of the packaged app, so that the suite runs on the very IndexedDB and the very journal that notebooks are kept in.
 */
export async function bundleStoreSuite(): Promise<string> {
  const built = await build({
    stdin: {
      contents: `
        import { storeCases } from './document-store.suite.ts';
        import { createDualStore } from './dual-store.ts';
        import { dualHarness } from './dual-harness.suite.ts';
        import { dualCases } from './dual-store.suite.ts';
        import { workHere } from './store-work.ts';
        import { connect } from '../bridge/connect.ts';
        import * as Y from 'yjs';
        const { journal } = connect(globalThis.bridge);
        const harness = dualHarness({ journal, patience: 10_000, lockPatience: 300, work: workHere });
        const unfolded = createDualStore({ journal, work: { ...workHere, fold: async () => null } });
        globalThis.storeSuite = {
          unfolded,
          harness,
          cases: [...storeCases(harness), ...dualCases()],
          newDoc: () => new Y.Doc(),
          toJson: (doc) => doc.getMap('story').toJSON(),
        };
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
