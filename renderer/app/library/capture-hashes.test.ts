// @vitest-environment node
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEntry } from '../../../shared/story/commands/create-entry.ts';
import { deleteEntries } from '../../../shared/story/commands/delete-entry.ts';
import { draftRoot } from '../../../shared/story/document.ts';
import { createMemoryStore } from '../../persistence/memory-store.ts';
import { NotebookSession } from '../../session/notebook-session.ts';
import { fileHashes } from './capture-hashes.ts';

const [page, reading, map, chart] = ['1', '2', '3', '4'].map((digit) => digit.repeat(64));

function picture(sha256 = ''): Y.XmlElement {
  const image = new Y.XmlElement('image');
  image.setAttribute('__sha256', sha256);
  return image;
}

it('names the captures of sources and the pictures of drafts, in tables and in the trash too', async () => {
  const services = { store: createMemoryStore(), author: () => 'Mara' };
  const opened = await NotebookSession.open(crypto.randomUUID(), services, { create: true });
  if (!opened.ok) throw new Error(opened.error.message);
  const session = opened.value;
  const capture = {
    hash: page,
    reading,
    name: 'log.html',
    mediaType: 'text/html',
    size: 1,
    capturedAt: '2021-03-23T08:00:00Z',
  };
  createEntry(session.writer, { kind: 'sources', fields: { title: 'Port log', captures: [capture] } });
  const drafts = [map, chart].map((sha256) => ({
    sha256,
    ref: createEntry(session.writer, { kind: 'drafts', fields: {} }),
  }));
  for (const { sha256, ref } of drafts) {
    const loaded = await session.draft(ref.id);
    if (!loaded.ok) throw new Error(loaded.error.message);
    const [table, row, cell] = ['table', 'tablerow', 'tablecell'].map((name) => new Y.XmlElement(name));
    cell?.insert(0, [picture(sha256), picture()]);
    if (cell !== undefined) row?.insert(0, [cell]);
    if (row !== undefined) table?.insert(0, [row]);
    draftRoot(loaded.value.doc).insert(0, sha256 === map || table === undefined ? [picture(sha256)] : [table]);
  }
  deleteEntries(
    session.writer,
    drafts.slice(1).map(({ ref }) => ref),
  );
  expect((await fileHashes(session)).toSorted()).toEqual([page, reading, map, chart]);
  await session.close();
});
