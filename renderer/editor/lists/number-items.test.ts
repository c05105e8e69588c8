import { $isListItemNode, $isListNode } from '@lexical/list';
import { $createTextNode, $getRoot } from 'lexical';
import type { LexicalNode } from 'lexical';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { writeDraftText } from '../../../shared/story/commands/write-draft.ts';
import { draftRoot } from '../../../shared/story/document.ts';
import { readDraftBlocks } from '../../../shared/story/reading/draft-blocks.ts';
import { draftPeer } from '../testing/draft-peer.ts';
import type { DraftPeer } from '../testing/draft-peer.ts';

const item = (text: string, depth: number) => ({ spans: [{ text }], depth, ordered: true });

/** The numbers in front of the items that have words, in their order. */
function numbers(peer: DraftPeer): readonly string[] {
  const below = (node: LexicalNode): readonly string[] => {
    if ($isListNode(node)) return node.getChildren().flatMap(below);
    if (!$isListItemNode(node)) return [];
    const nested = node.getChildren().filter($isListNode);
    return nested.length > 0 ? nested.flatMap(below) : [`${String(node.getValue())} ${node.getTextContent()}`];
  };
  return peer.editor.getEditorState().read(() => $getRoot().getChildren().flatMap(below));
}

test('a list that comes from the document counts on, and so it does when a teammate takes an item out', async () => {
  const doc = new Y.Doc();
  const items = [item('Tide', 0), item('Tugs', 0), item('Baraka', 1), item('Ezzat', 1), item('Sand', 0)];
  writeDraftText(doc, [{ type: 'list', ordered: true, items }]);
  const peer = draftPeer(doc);
  await expect.poll(() => numbers(peer)).toEqual(['1 Tide', '2 Tugs', '1 Baraka', '2 Ezzat', '3 Sand']);
  const before = Y.encodeStateVector(peer.doc);

  const list = draftRoot(peer.doc).get(0);
  if (!(list instanceof Y.XmlElement)) throw new Error('There is no list');
  peer.doc.transact(() => list.delete(0, 1), 'remote');
  await expect.poll(() => numbers(peer)).toEqual(['1 Tugs', '1 Baraka', '2 Ezzat', '2 Sand']);
  expect(Y.encodeStateVector(peer.doc)).toEqual(before);

  // What is typed then is written where it was typed, and nothing else with it.
  peer.edit(() => void $getRoot().getFirstDescendant()?.getParent()?.append($createTextNode(' pull')));
  expect(numbers(peer)).toEqual(['1 Tugs pull', '1 Baraka', '2 Ezzat', '2 Sand']);
  expect(readDraftBlocks(peer.doc)).toMatchObject([
    { items: ['Tugs pull', 'Baraka', 'Ezzat', 'Sand'].map((text) => ({ spans: [{ text }] })) },
  ]);
  expect(peer.failures).toEqual([]);
});
