import fc from 'fast-check';
import { $createParagraphNode, $createTextNode, $getRoot, $getSelection, $isRangeSelection } from 'lexical';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { draftText } from '../../shared/story/draft-block.ts';
import { draftRoot } from '../../shared/story/document.ts';
import { readDraftBlocks } from '../../shared/story/reading/draft-blocks.ts';
import { connect } from '../../shared/story/testing/peers.ts';
import { draftPeer, shown } from './testing/draft-peer.ts';
import type { DraftPeer } from './testing/draft-peer.ts';
import { shownBlocks } from './testing/shown-blocks.ts';
import { $doEdit, verbs } from './testing/random-edits.ts';

function write(peer: DraftPeer, ...paragraphs: readonly string[]): void {
  peer.edit(() => {
    $getRoot()
      .clear()
      .append(...paragraphs.map((text) => $createParagraphNode().append($createTextNode(text))));
  });
}

const words = (peer: DraftPeer): string => draftText(readDraftBlocks(peer.doc));
const anEdit = fc.record({
  verb: fc.constantFrom(...verbs),
  from: fc.nat(200),
  to: fc.nat(200),
  text: fc.constantFrom('a', 'bc', ' ', 'dredger ', '🚢', 'x\ny'),
});
const aStep = fc.record({
  who: fc.nat(2),
  edit: anEdit,
  then: fc.constantFrom('nothing', 'nothing', 'sync', 'undo', 'redo', 'remount'),
});

test('opening a filled document shows it and writes nothing', () => {
  const mara = draftPeer();
  write(mara, 'The ship grounds.', 'Six days follow.');
  const before = Y.encodeStateVector(mara.doc);
  const later = draftPeer(mara.doc);
  expect(shown(later)).toEqual(shown(mara));
  mara.remount();
  expect(Y.encodeStateVector(mara.doc)).toEqual(before);
  expect(Y.encodeStateVector(later.doc)).toEqual(before);
});

test('an empty document shows one empty paragraph and stays empty until something is typed', () => {
  const mara = draftPeer();
  expect(draftRoot(mara.doc).length).toBe(0);
  expect(mara.editor.getEditorState().read(() => $getRoot().getChildrenSize())).toBe(1);
  mara.edit(() => {
    $getRoot().selectStart().insertText('A');
  });
  expect(words(mara)).toBe('A');
  mara.undo.undo();
  expect(draftRoot(mara.doc).length).toBe(0);
  expect(mara.editor.getEditorState().read(() => $getRoot().getChildrenSize())).toBe(1);
  mara.undo.redo();
  expect(words(mara)).toBe('A');
});

test('emptying a draft and writing again keeps both sides equal', () => {
  const mara = draftPeer();
  write(mara, 'One', 'Two');
  const ilir = draftPeer(mara.doc);
  write(mara);
  connect(mara.doc, ilir.doc);
  expect(words(ilir)).toBe('');
  ilir.edit(() => {
    $getRoot().selectStart().insertText('Again');
  });
  connect(mara.doc, ilir.doc);
  expect(words(mara)).toBe('Again');
  expect(shown(mara)).toEqual(shown(ilir));
});

test('mounting again and again, with edits arriving in between, loses nothing', () => {
  const mara = draftPeer();
  const ilir = draftPeer();
  for (let round = 0; round < 20; round += 1) {
    mara.edit(() => {
      $getRoot().selectEnd().insertText(`m${round} `);
    });
    mara.remount();
    mara.remount();
    ilir.unmount();
    connect(mara.doc, ilir.doc);
    ilir.remount();
    ilir.edit(() => {
      $getRoot().selectEnd().insertText(`i${round} `);
    });
    connect(mara.doc, ilir.doc);
  }
  for (let round = 0; round < 20; round += 1) {
    expect(words(mara)).toContain(`m${round} `);
    expect(words(mara)).toContain(`i${round} `);
  }
  expect(shown(mara)).toEqual(shown(ilir));
});

test('an editor that is taken away neither writes nor follows any more', () => {
  const mara = draftPeer();
  write(mara, 'Before');
  const old = mara.editor;
  mara.remount();
  old.update(() => $getRoot().clear(), { discrete: true });
  expect(words(mara)).toBe('Before');
});

test('two people who format the same words at once get them once, formatted', () => {
  const mara = draftPeer();
  write(mara, 'nine point six billion dollars');
  const ilir = draftPeer(mara.doc);
  mara.edit(() => $getRoot().getAllTextNodes()[0]?.select(0, 14).formatText('bold'));
  ilir.edit(() => $getRoot().getAllTextNodes()[0]?.select(5, 22).formatText('bold'));
  connect(mara.doc, ilir.doc);
  expect(words(mara)).toBe('nine point six billion dollars');
  expect(shown(mara)).toEqual(shown(ilir));
  const [block] = readDraftBlocks(mara.doc);
  const bold = block?.type === 'paragraph' ? block.spans.filter((span) => span.bold).map((span) => span.text) : [];
  // Where two runs overlap Yjs lets one of them end the other; what both chose stays chosen.
  expect(bold.join('')).toContain('point six');
});

test('one types while the other formats the same words: both are kept', () => {
  const mara = draftPeer();
  write(mara, 'a day costs');
  const ilir = draftPeer(mara.doc);
  mara.edit(() => $getRoot().getAllTextNodes()[0]?.select(2, 5).formatText('italic'));
  ilir.edit(() => $getRoot().getAllTextNodes()[0]?.select(11, 11).insertText(' a refinery'));
  connect(mara.doc, ilir.doc);
  expect(words(mara)).toBe('a day costs a refinery');
  expect(shown(mara)).toEqual(shown(ilir));
});

test('undo takes back one’s own edit and never the other person’s', () => {
  const mara = draftPeer();
  write(mara, 'Shared.');
  const ilir = draftPeer(mara.doc);
  ilir.edit(() => {
    $getRoot().selectStart().insertText('His. ');
  });
  connect(mara.doc, ilir.doc);
  mara.edit(() => {
    $getRoot().selectEnd().insertText(' Hers.');
  });
  connect(mara.doc, ilir.doc);
  expect(words(ilir)).toBe('His. Shared. Hers.');
  mara.undo.undo();
  connect(mara.doc, ilir.doc);
  expect(words(ilir)).toBe('His. Shared.');
  expect(mara.undo.undoStack).toHaveLength(1);
});

test('text that comes back by undo stands in the same place for everybody', () => {
  const mara = draftPeer();
  write(mara, 'The first ship turns south.');
  const ilir = draftPeer(mara.doc);
  ilir.edit(() => $doEdit({ verb: 'reference', from: 44, to: 44, text: 'a' }));
  ilir.undo.undo();
  ilir.edit(() => $doEdit({ verb: 'type', from: 20, to: 20, text: 'X' }));
  ilir.edit(() => $doEdit({ verb: 'bullets', from: 20, to: 20, text: '' }));
  ilir.undo.undo();
  connect(mara.doc, ilir.doc);
  expect(words(ilir)).toBe('The first ship turnsX south.');
  expect(words(mara)).toBe(words(ilir));
});

test('somebody else’s edit before the caret moves the caret with its words', () => {
  const mara = draftPeer();
  write(mara, 'one two');
  const ilir = draftPeer(mara.doc);
  mara.edit(() => {
    $getRoot().getAllTextNodes()[0]?.select(4, 4);
  });
  ilir.edit(() => {
    const selection = $getRoot().getAllTextNodes()[0]?.select(0, 3);
    selection?.formatText('bold');
    selection?.insertText('zero');
  });
  connect(mara.doc, ilir.doc);
  mara.edit(() => {
    const selection = $getSelection();
    if ($isRangeSelection(selection)) selection.insertText('and ');
  });
  expect(words(mara)).toBe('zero and two');
});

test('a sign that replaces a similar one is stored whole', () => {
  const mara = draftPeer();
  write(mara, 'before 😀 after');
  const ilir = draftPeer(mara.doc);
  mara.edit(() => $getRoot().getAllTextNodes()[0]?.select(7, 9).formatText('bold'));
  mara.edit(() => $getRoot().getAllTextNodes()[1]?.select(0, 2).insertText('😃'));
  connect(mara.doc, ilir.doc);
  expect(words(ilir)).toBe('before 😃 after');
  expect(shown(mara)).toEqual(shown(ilir));
});

test('a draft with something only a newer version understands is left alone', () => {
  const mara = draftPeer();
  write(mara, 'Known');
  const newer = new Y.Doc();
  connect(mara.doc, newer);
  draftRoot(newer).insert(1, [new Y.XmlElement('board')]);
  connect(newer, mara.doc);
  expect(mara.failures).toEqual([{ kind: 'newer', element: 'board' }]);
  const opened = draftPeer(newer);
  expect(opened.failures).toEqual([{ kind: 'newer', element: 'board' }]);
  write(opened, 'typed into what is shown no more');
  expect(words(opened)).toBe('Known');
});

test('three people who write, format, undo and remount apart see the same draft in the end', () => {
  fc.assert(
    fc.property(fc.array(aStep, { minLength: 1, maxLength: 40 }), (steps) => {
      const first = draftPeer();
      write(first, 'The first ship turns south.', 'A day costs a refinery almost nothing.');
      const peers = [first, draftPeer(first.doc), draftPeer(first.doc)];
      for (const step of steps) {
        const peer = peers[step.who] ?? first;
        peer.edit(() => $doEdit(step.edit));
        if (step.then === 'sync') connect(...peers.map((one) => one.doc));
        if (step.then === 'undo') peer.undo.undo();
        if (step.then === 'redo') peer.undo.redo();
        if (step.then === 'remount') peer.remount();
        if (step.then !== 'sync') expect(shown(draftPeer(peer.doc))).toEqual(shown(peer));
      }
      connect(...peers.map((one) => one.doc));
      for (const peer of peers) {
        expect(peer.failures).toEqual([]);
        expect(shown(peer)).toEqual(shown(first));
        expect(shown(draftPeer(peer.doc))).toEqual(shown(peer));
        const isEmpty = draftRoot(peer.doc).length === 0;
        expect(readDraftBlocks(peer.doc)).toEqual(isEmpty ? [] : shownBlocks(peer.editor));
      }
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 150) },
  );
}, 600_000);
