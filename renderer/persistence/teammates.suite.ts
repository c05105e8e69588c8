import * as Y from 'yjs';
import { check, equal, hold, mara, newId, peerOf, stored } from './suite-tools.suite.ts';
import type { StoreCase } from './suite-tools.suite.ts';

/** What every store does with what teammates changed. */
export const teammateCases: readonly StoreCase[] = [
  {
    name: 'what teammates changed while a document was not open is there when it opens, and one’s own edits build on it',
    needs: [],
    run: async (harness) => {
      const store = harness.window();
      const root = await hold(store, newId(), true);
      root.text.insert(0, 'the notebook');
      await root.open.flush();
      const docId = `${root.docId}.draft.one`;
      const peer = peerOf(new Y.Doc());
      for (const word of ['Hello ', 'from ', 'Mara']) {
        peer.text.insert(peer.text.length, word);
        equal((await store.add(docId, peer.take(), mara)).ok, true, 'adding');
      }
      check((await store.list()).includes(docId), 'it to be listed');
      const draft = await hold(store, docId, true);
      equal(draft.text.toString(), 'Hello from Mara', 'the text');
      equal(draft.open.notices(), [], 'the notices');
      draft.text.insert(0, 'So: ');
      equal((await draft.open.flush()).kind, 'saved', 'the state');
      await draft.open.close();
      peer.text.insert(peer.text.length, '!');
      await store.add(docId, peer.take(), mara);
      await root.open.close();
      equal(await stored(harness.window(), docId), 'So: Hello from Mara!', 'the text afterwards');
    },
  },
  {
    name: 'what teammates change in a document that is open is shown at once and stored, with the origin that says whose it is',
    needs: [],
    run: async (harness) => {
      const store = harness.window();
      const held = await hold(store, newId(), true);
      held.text.insert(0, 'Six days');
      const origins: unknown[] = [];
      held.doc.on('update', (_update: Uint8Array, origin: unknown) => origins.push(origin));
      const peer = peerOf(held.doc);
      peer.text.insert(8, ' in the canal');
      equal((await store.add(held.docId, peer.take(), mara)).ok, true, 'adding');
      equal(held.text.toString(), 'Six days in the canal', 'the text');
      check(origins.length === 1 && origins[0] === mara, 'the origin to be Mara’s');
      equal(await held.open.flush(), { kind: 'saved' }, 'the state');
      await held.open.close();
      equal(await stored(harness.window(), held.docId), 'Six days in the canal', 'the text afterwards');
    },
  },
  {
    name: 'what teammates change while a document is being opened, edited and closed is lost at no moment',
    needs: [],
    run: async (harness) => {
      const store = harness.window();
      const root = await hold(store, newId(), true);
      root.text.insert(0, 'the notebook');
      await root.open.flush();
      const docId = `${root.docId}.draft.one`;
      const peer = peerOf(new Y.Doc());
      const adding: Promise<{ readonly ok: boolean }>[] = [];
      const change = (): void => {
        peer.text.insert(peer.text.length, 'x');
        adding.push(store.add(docId, peer.take(), mara));
      };
      for (let round = 0; round < 4; round += 1) {
        change();
        const holding = hold(store, docId, true);
        change();
        const held = await holding;
        change();
        held.text.insert(0, 'o');
        const closing = held.open.close();
        change();
        await closing;
      }
      check(
        (await Promise.all(adding)).every(({ ok }) => ok),
        'each to be added',
      );
      await root.open.close();
      equal(await stored(harness.window(), docId), `${'o'.repeat(4)}${'x'.repeat(16)}`, 'the text');
    },
  },
  {
    name: 'a large change of a teammate is applied in slices that build on each other',
    needs: [],
    run: async (harness) => {
      const store = harness.window();
      const held = await hold(store, newId(), true);
      held.doc.getMap('map').set('before', 1);
      const peer = peerOf(held.doc);
      for (let at = 0; at < 3000; at += 1) peer.doc.getMap('map').set(String(at), 'words '.repeat(20));
      peer.doc.getMap('map').delete('7');
      const updates = [Y.mergeUpdates([...peer.take()])];
      equal((await store.add(held.docId, updates, mara)).ok, true, 'adding');
      equal(held.doc.getMap('map').size, 3000, 'the number of things');
      equal(held.doc.store.pendingStructs, null, 'what waits for something else');
      await held.open.close();
    },
  },
];
