import * as Y from 'yjs';
import type { DocumentStore } from './document-store.ts';
import { inEach, make, opened, rowsInJournal } from './dual-tools.suite.ts';
import type { DualCase } from './dual-tools.suite.ts';
import { RemoteOrigin } from './remote-origin.ts';
import { check, equal, hold, mara, newId } from './suite-tools.suite.ts';

/** A change that a teammate made to what a store has of a document: words at its end. */
async function changeOf(store: DocumentStore, docId: string, words: string): Promise<Uint8Array> {
  const held = await hold(store, docId);
  const peer = new Y.Doc();
  Y.applyUpdate(peer, Y.encodeStateAsUpdate(held.doc));
  await held.open.close();
  const before = Y.encodeStateVector(peer);
  peer.getText('words').insert(peer.getText('words').length, words);
  return Y.encodeStateAsUpdate(peer, before);
}

/** What the two stores do together with what teammates changed. */
export const dualTeammateCases: readonly DualCase[] = [
  {
    name: 'rows that came while a document was closed lie behind the mark: the copy gets them at the next opening, and each store has all',
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two');
      const [inCopy, inJournal] = [await harness.copy.count(docId), await rowsInJournal(harness, docId)];
      const store = harness.window();
      equal((await store.add(docId, [await changeOf(store, docId, 'Mara ')], mara)).ok, true, 'adding');
      equal(await rowsInJournal(harness, docId), inJournal + 1, 'the rows in the journal');
      equal(await harness.copy.count(docId), inCopy, 'the rows in the copy');
      equal(await opened(harness.window(), docId), { text: 'one two Mara ', notices: [] }, 'it');
      equal(await harness.copy.count(docId), inCopy + 1, 'the rows in the copy afterwards');
      equal(await rowsInJournal(harness, docId), inJournal + 1, 'the rows in the journal afterwards');
      equal(await opened(harness.window(), docId), { text: 'one two Mara ', notices: [] }, 'it again');
      equal(await harness.copy.count(docId), inCopy + 1, 'the rows in the copy in the end');
      await inEach(harness, docId, 'one two Mara ');
    },
  },
  ...[true, false].map((carriedOut): DualCase => ({
    name: `an addition during which the journal’s process ends, ${carriedOut ? 'carried out' : 'lost'}, is there once when it is tried again`,
    run: async (harness) => {
      const docId = newId();
      await make(harness.window(), docId, 'one two');
      const before = await rowsInJournal(harness, docId);
      const store = harness.window();
      const update = await changeOf(store, docId, 'Mara ');
      harness.journal.dieInAppend(carriedOut);
      equal((await store.add(docId, [update], mara)).ok, false, 'adding');
      equal((await store.add(docId, [update], mara)).ok, true, 'adding again');
      equal(await rowsInJournal(harness, docId), before + 1, 'the rows in the journal');
      equal((await opened(harness.window(), docId)).text, 'one two Mara ', 'the text');
      await inEach(harness, docId, 'one two Mara ');
    },
  })),
  {
    name: 'a document closes, stored, also where adding to it just then fails',
    run: async (harness) => {
      const docId = newId();
      const store = harness.window();
      const held = await hold(store, docId, true);
      held.text.insert(0, 'one ');
      const peer = new Y.Doc();
      peer.getText('words').insert(0, 'Mara ');
      const fail = (): never => {
        throw new Error('Whoever shows the document fails');
      };
      held.doc.on('afterTransaction', fail);
      const added = store.add(docId, [Y.encodeStateAsUpdate(peer)], mara).then(
        () => 'added',
        () => 'failed',
      );
      await held.open.close();
      equal(await added, 'failed', 'adding');
      check((await opened(harness.window(), docId)).text.includes('one '), 'one’s own words to be stored');
      check((await hold(store, docId)).text.length > 0, 'the document to open again here');
    },
  },
  {
    name: 'rows of teammates have what they wrote as they wrote it, also where one’s own stands',
    run: async (harness) => {
      const docId = newId();
      const store = harness.window();
      const held = await hold(store, docId, true);
      held.doc.getMap('fields').set('title', 'none');
      const base = Y.encodeStateAsUpdate(held.doc);
      // Of two who set the same at once, the greater device stands: what the other wrote is deleted as it comes in.
      for (const [at, clientID] of [4294967295, 1].entries()) {
        const peer = new Y.Doc();
        peer.clientID = clientID;
        Y.applyUpdate(peer, base);
        const before = Y.encodeStateVector(peer);
        peer.getMap('fields').set('title', `Mara wrote ${at}`);
        await store.add(docId, [Y.encodeStateAsUpdate(peer, before)], mara);
      }
      equal((await held.open.flush()).kind, 'saved', 'the state');
      await held.open.close();
      const read = await harness.journal.journal.read({ notebook: docId, doc: docId, after: 0, before: null });
      if (!read.ok) throw new Error(read.error.message);
      const rows = read.value.rows.filter(({ origin }) => origin === 'remote');
      const said = rows.map(({ bytes }) => new TextDecoder().decode(bytes)).join('');
      equal(
        [0, 1].map((at) => said.includes(`Mara wrote ${at}`)),
        [true, true],
        'whether her words are in her rows',
      );
    },
  },
  {
    name: 'rows of teammates say whose they are, belong to no step, and never mix people',
    run: async (harness) => {
      const docId = newId();
      const store = harness.window();
      const held = await hold(store, docId, true);
      const ivo = new RemoteOrigin({ name: 'Ivo', id: 'ivo-1' });
      const peer = new Y.Doc();
      const changes: Uint8Array[] = [];
      peer.on('update', (update: Uint8Array) => changes.push(update));
      for (const at of [0, 1, 2, 3]) peer.getText('words').insert(at, 'x');
      const [first, second, third, fourth] = changes;
      if (first === undefined || second === undefined || third === undefined || fourth === undefined)
        throw new Error('There are four changes');
      await store.add(docId, [first, second], mara);
      await store.add(docId, [third], ivo);
      held.text.insert(0, 'own ');
      equal((await held.open.flush()).kind, 'saved', 'the state');
      await held.open.close();
      await store.add(docId, [fourth], ivo);
      const read = await harness.journal.journal.read({ notebook: docId, doc: docId, after: 0, before: null });
      if (!read.ok) throw new Error(read.error.message);
      equal(
        read.value.rows.map(({ author, authorId, origin, step }) => [author, authorId, origin, step]),
        [
          ['Mara', 'mara-1', 'remote', 0],
          ['Ivo', 'ivo-1', 'remote', 0],
          ['Ada', 'ada-1', 'edit', 0],
          ['Ivo', 'ivo-1', 'remote', 0],
        ],
        'the rows',
      );
      equal((await opened(harness.window(), docId)).text.length, 8, 'the length of the text');
    },
  },
];
