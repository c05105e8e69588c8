import { $isListItemNode } from '@lexical/list';
import { $isTableNode } from '@lexical/table';
import { $createParagraphNode, $getRoot, $isElementNode } from 'lexical';
import type { LexicalNode } from 'lexical';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { cellText, draftText } from '../../shared/story/draft-block.ts';
import type { DraftBlock } from '../../shared/story/draft-block.ts';
import { draftRoot } from '../../shared/story/document.ts';
import { readDraftBlocks } from '../../shared/story/reading/draft-blocks.ts';
import { connect } from '../../shared/story/testing/peers.ts';
import { $isFootnoteNode } from './footnotes/FootnoteNode.tsx';
import { $toggleChecked } from './lists/register-checklists.ts';
import { $nodesFromBlocks } from './nodes-from-blocks.ts';
import { $editTable } from './tables/table-edits.ts';
import { draftPeer, shown } from './testing/draft-peer.ts';
import type { DraftPeer } from './testing/draft-peer.ts';
import { shownBlocks } from './testing/shown-blocks.ts';

// The weak points of the binding, with everything a draft can hold.

const words = (text: string): DraftBlock => ({ type: 'paragraph', spans: text === '' ? [] : [{ text }] });
const row = (...cells: readonly string[]) => ({
  cells: cells.map((text) => ({ header: false, blocks: [words(text)] })),
});
const everything: readonly DraftBlock[] = [
  { type: 'heading', level: 2, spans: [{ text: 'Delay is not loss' }] },
  {
    type: 'paragraph',
    spans: [
      { text: 'A day costs ' },
      { text: 'nine', bold: true },
      { text: '', footnote: [{ text: 'Says a list.' }] },
      { text: ' billion', link: 'https://example.org/' },
      { text: '', cites: [{ ref: { kind: 'sources', id: 'one' }, locator: '12' }] },
      { text: 'The pilot', ref: { kind: 'people', id: 'two' } },
    ],
  },
  {
    type: 'list',
    ordered: false,
    items: [
      { spans: [{ text: 'Ask the port' }], depth: 0, ordered: false, checked: true },
      { spans: [{ text: 'Ask the pilot' }], depth: 0, ordered: false, checked: false },
    ],
  },
  { type: 'table', rows: [row('a', 'b'), row('c', 'd')] },
  {
    type: 'image',
    sha256: 'a'.repeat(64),
    mediaType: 'image/png',
    width: 40,
    height: 30,
    alt: 'The bow in the bank',
    caption: [{ text: 'The bow' }],
  },
  words('Last.'),
];

function filled(blocks = everything): DraftPeer {
  const mara = draftPeer();
  mara.edit(() => {
    $getRoot()
      .clear()
      .append(...$nodesFromBlocks(blocks));
  });
  return mara;
}

function caretIn(peer: DraftPeer, text: string, offset = 1): void {
  peer.edit(() => {
    $getRoot()
      .getAllTextNodes()
      .find((node) => node.getTextContent() === text)
      ?.select(offset, offset);
  });
}

/** The words of the first table, row by row. */
function grid(peer: DraftPeer): readonly string[][] {
  const table = readDraftBlocks(peer.doc).find((block) => block.type === 'table');
  return table?.type === 'table' ? table.rows.map(({ cells }) => cells.map((cell) => cellText(cell))) : [];
}

function expectAlike(...peers: readonly DraftPeer[]): void {
  connect(...peers.map(({ doc }) => doc));
  for (const peer of peers) {
    expect(peer.failures).toEqual([]);
    expect(shown(peer)).toEqual(shown(peers[0] ?? peer));
    expect(shown(draftPeer(peer.doc))).toEqual(shown(peer));
    expect(readDraftBlocks(peer.doc)).toEqual(shownBlocks(peer.editor));
  }
}

test('a draft with everything in it is opened and opened again without a letter being written', () => {
  const mara = filled();
  expect(readDraftBlocks(mara.doc)).toEqual(everything);
  const before = Y.encodeStateVector(mara.doc);
  const later = draftPeer(mara.doc);
  for (let round = 0; round < 10; round += 1) later.remount();
  expect(shown(later)).toEqual(shown(mara));
  expect(Y.encodeStateVector(later.doc)).toEqual(before);
});

test('it is emptied, written into and brought back by undo', () => {
  const mara = filled();
  const ilir = draftPeer(mara.doc);
  mara.edit(() => {
    $getRoot().clear().append($createParagraphNode());
    $getRoot().selectStart();
  });
  expectAlike(mara, ilir);
  expect(draftText(readDraftBlocks(ilir.doc))).toBe('');
  mara.undo.undo();
  expectAlike(mara, ilir);
  expect(readDraftBlocks(ilir.doc)).toEqual(everything);
});

test('one adds a row, one a column, one writes in a cell: all three are kept', () => {
  const mara = filled();
  const [ilir, noor] = [draftPeer(mara.doc), draftPeer(mara.doc)];
  caretIn(mara, 'a');
  mara.edit(() => $editTable('rowBelow'));
  caretIn(ilir, 'a');
  ilir.edit(() => $editTable('columnAfter'));
  caretIn(noor, 'd');
  noor.edit(() =>
    $getRoot()
      .getAllTextNodes()
      .find((node) => node.getTextContent() === 'd')
      ?.selectEnd()
      .insertText('elay'),
  );
  expectAlike(mara, ilir, noor);
  // The new row lacks the new column until somebody writes in the table; no word is lost.
  expect(grid(mara).map((cells) => cells.filter((cell) => cell !== ''))).toEqual([['a', 'b'], [], ['c', 'delay']]);
  caretIn(mara, 'c');
  mara.edit(() => $editTable('headerRow'));
  mara.edit(() => $getRoot().getChildren().find($isTableNode)?.markDirty());
  expectAlike(mara, ilir, noor);
  expect(new Set(grid(noor).map((cells) => cells.length))).toEqual(new Set([3]));
});

test('a row that one removes while another writes in the next one goes alone', () => {
  const mara = filled();
  const ilir = draftPeer(mara.doc);
  caretIn(mara, 'a');
  mara.edit(() => $editTable('removeRow'));
  ilir.edit(() =>
    $getRoot()
      .getAllTextNodes()
      .find((node) => node.getTextContent() === 'c')
      ?.selectEnd()
      .insertText('ost'),
  );
  expectAlike(mara, ilir);
  expect(grid(mara)).toEqual([['cost', 'd']]);
});

test('two people who remove the same column, or the table and a row of it, agree', () => {
  const mara = filled();
  const ilir = draftPeer(mara.doc);
  for (const peer of [mara, ilir]) {
    caretIn(peer, 'b');
    peer.edit(() => $editTable('removeColumn'));
  }
  expectAlike(mara, ilir);
  expect(grid(mara)).toEqual([['a'], ['c']]);
  caretIn(mara, 'a');
  mara.edit(() => $editTable('removeTable'));
  caretIn(ilir, 'c');
  ilir.edit(() => $editTable('rowBelow'));
  expectAlike(mara, ilir);
  expect(grid(ilir)).toEqual([]);
});

test('undo in a table takes back one’s own cells and leaves the other person’s', () => {
  const mara = filled();
  const ilir = draftPeer(mara.doc);
  caretIn(mara, 'b');
  mara.edit(() => $editTable('columnAfter'));
  connect(mara.doc, ilir.doc);
  ilir.edit(() =>
    $getRoot()
      .getAllTextNodes()
      .find((node) => node.getTextContent() === 'd')
      ?.selectEnd()
      .insertText('elay'),
  );
  connect(mara.doc, ilir.doc);
  mara.undo.undo();
  expectAlike(mara, ilir);
  expect(grid(ilir)).toEqual([
    ['a', 'b'],
    ['c', 'delay'],
  ]);
});

test('two people check lines of one list at once', () => {
  const mara = filled();
  const ilir = draftPeer(mara.doc);
  caretIn(mara, 'Ask the port');
  mara.edit(() => void $toggleChecked());
  caretIn(ilir, 'Ask the pilot');
  ilir.edit(() => void $toggleChecked());
  ilir.edit(() => $line(ilir, 'Ask the port')?.selectEnd().insertText(' again'));
  expectAlike(mara, ilir);
  const list = readDraftBlocks(mara.doc).find((block) => block.type === 'list');
  const lines = list?.type === 'list' ? list.items.map((item) => [item.spans[0]?.text, item.checked]) : [];
  expect(lines).toEqual([
    ['Ask the port again', false],
    ['Ask the pilot', true],
  ]);
});

test('one changes a footnote’s words while the other formats and writes around its sign', () => {
  const mara = filled();
  const ilir = draftPeer(mara.doc);
  mara.edit(() =>
    $all($getRoot())
      .find($isFootnoteNode)
      ?.setNote([{ text: 'Says Lloyd’s.' }]),
  );
  ilir.edit(() =>
    $getRoot()
      .getAllTextNodes()
      .find((node) => node.getTextContent() === 'A day costs ')
      ?.select(0, 5)
      .formatText('italic'),
  );
  ilir.edit(() =>
    $getRoot()
      .getAllTextNodes()
      .find((node) => node.getTextContent() === 'nine')
      ?.selectEnd()
      .insertText(' or ten'),
  );
  expectAlike(mara, ilir);
  expect(draftText(readDraftBlocks(ilir.doc))).toContain('Says Lloyd’s.');
  expect(draftText(readDraftBlocks(mara.doc))).toContain('A day costs nine or ten billion');
  expect(draftRoot(mara.doc).length).toBe(everything.length);
});

function $line(peer: DraftPeer, text: string): LexicalNode | null {
  return peer.editor.getEditorState().read(() => {
    const node = $getRoot()
      .getAllTextNodes()
      .find((one) => one.getTextContent() === text);
    const item = node?.getParent();
    return $isListItemNode(item) ? item.getFirstChild() : null;
  });
}

function $all(node: LexicalNode): readonly LexicalNode[] {
  return $isElementNode(node) ? node.getChildren().flatMap((child) => [child, ...$all(child)]) : [];
}
