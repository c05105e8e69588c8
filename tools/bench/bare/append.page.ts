import { bridgeKey } from '../../../shared/bridge/index.ts';
import type { NewRow, RawBridge } from '../../../shared/bridge/index.ts';

// Runs in the app's page: rows are added to a journal as if somebody else had made them.
const most = 1000;

Object.assign(globalThis, {
  /** Adds updates, in base64, to the journal of a notebook that is not open. */
  append: async (notebook: string, updates: readonly string[]): Promise<void> => {
    // The preload script put it there.
    const { call } = (globalThis as unknown as { [bridgeKey]: RawBridge })[bridgeKey];
    const about = { doc: notebook, at: Date.now(), author: 'Bench', authorId: null, session: 'bench', step: 0 };
    for (let from = 0; from < updates.length; from += most) {
      const rows = updates.slice(from, from + most).map((update): NewRow => {
        const bytes = Uint8Array.from(atob(update), (letter) => letter.charCodeAt(0));
        return { ...about, bytes, origin: 'remote' };
      });
      await call['journal.append']({ notebook, rows });
    }
    await call['journal.close']({ notebook });
  },
});
