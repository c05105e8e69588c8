import fc from 'fast-check';
import { $createParagraphNode, $createTextNode, $getRoot } from 'lexical';
import { expect, test } from 'vitest';
import { draftText } from '../../../shared/story/draft-block.ts';
import type { DraftBlock } from '../../../shared/story/draft-block.ts';
import { readDraftBlocks } from '../../../shared/story/reading/draft-blocks.ts';
import { $nodesFromBlocks } from '../nodes-from-blocks.ts';
import { draftPeer } from '../testing/draft-peer.ts';
import type { DraftPeer } from '../testing/draft-peer.ts';
import { $findAll, patternOf } from './find-in-draft.ts';
import type { Wanted } from './find-in-draft.ts';
import { $replace } from './replace-in-draft.ts';

const plain = { matchCase: false, wholeWord: false };

function draftOf(...blocks: readonly DraftBlock[]): DraftPeer {
  const mara = draftPeer();
  mara.edit(() => {
    $getRoot()
      .clear()
      .append(...$nodesFromBlocks(blocks));
  });
  return mara;
}

const paragraph = (...spans: readonly { text: string; bold?: true; link?: string }[]): DraftBlock => ({
  type: 'paragraph',
  spans,
});

function count(peer: DraftPeer, wanted: Wanted): number {
  const pattern = patternOf(wanted);
  return pattern === null ? 0 : peer.editor.getEditorState().read(() => $findAll(pattern)).length;
}

function replace(peer: DraftPeer, wanted: Wanted, words: string, which: number | 'all' = 'all'): string {
  const pattern = patternOf(wanted);
  if (pattern !== null) peer.edit(() => void $replace(pattern, words, which));
  return draftText(readDraftBlocks(peer.doc));
}

test('finds words in every block, in any case, as whole words where asked to', () => {
  const mara = draftOf(
    { type: 'heading', level: 2, spans: [{ text: 'Delay is not loss' }] },
    paragraph({ text: 'A delay, delayed.' }),
    { type: 'list', ordered: false, items: [{ spans: [{ text: 'no delay' }], depth: 0, ordered: false }] },
    {
      type: 'table',
      rows: [{ cells: [{ header: false, blocks: [paragraph({ text: 'Delay' }), paragraph({ text: 'delay' })] }] }],
    },
  );
  expect(count(mara, { words: 'delay', ...plain })).toBe(6);
  expect(count(mara, { words: 'Delay', matchCase: true, wholeWord: false })).toBe(2);
  expect(count(mara, { words: 'delay', matchCase: false, wholeWord: true })).toBe(5);
  expect(count(mara, { words: '', ...plain })).toBe(0);
});

test('finds across marks and links, but not across lines, references and paragraphs', () => {
  const mara = draftOf(
    paragraph({ text: 'nine point ' }, { text: 'six', bold: true }, { text: ' billion', link: 'https://example.org/' }),
    paragraph({ text: 'nine' }),
    paragraph({ text: 'point\nsix' }),
    {
      type: 'paragraph',
      spans: [{ text: 'nine ' }, { text: 'x', ref: { kind: 'people', id: 'one' } }, { text: 'point' }],
    },
  );
  expect(count(mara, { words: 'nine point six billion', ...plain })).toBe(1);
  expect(count(mara, { words: 'nine point', ...plain })).toBe(1);
  expect(count(mara, { words: 'point six', ...plain })).toBe(1);
});

test('what is typed with straight signs finds the curly ones', () => {
  const mara = draftOf(paragraph({ text: 'The pilot’s “own” words,\u00a0once' }));
  expect(count(mara, { words: 'pilot\'s "own" words, once', ...plain })).toBe(1);
  expect(count(mara, { words: 'a.c', ...plain })).toBe(0);
});

test('a replacement takes the marks of the first letter, and the other parts go', () => {
  const mara = draftOf(paragraph({ text: 'It is ' }, { text: 'nine', bold: true }, { text: ' point six and more' }));
  expect(replace(mara, { words: 'nine point six', ...plain }, 'ten')).toBe('It is ten and more');
  expect(readDraftBlocks(mara.doc)).toEqual([
    paragraph({ text: 'It is ' }, { text: 'ten', bold: true }, { text: ' and more' }),
  ]);
});

test('one place is replaced at a time, or all at once, also where the words contain themselves', () => {
  const mara = draftOf(paragraph({ text: 'ship, ship, ship' }));
  expect(replace(mara, { words: 'ship', ...plain }, 'tug', 1)).toBe('ship, tug, ship');
  expect(replace(mara, { words: 'ship', ...plain }, 'shipship')).toBe('shipship, tug, shipship');
  expect(replace(mara, { words: 'shipship', ...plain }, '')).toBe(', tug, ');
});

test('replacing all is one step of undo, and its own', () => {
  const mara = draftOf(paragraph({ text: 'ship' }), paragraph({ text: 'ship' }));
  replace(mara, { words: 'ship', ...plain }, 'tug');
  mara.undo.undo();
  expect(draftText(readDraftBlocks(mara.doc))).toBe('ship\n\nship');
});

test('replacing all does what replacing in the plain words does, and everybody sees it', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'A', ' ', '🚢', 'é', '.'), maxLength: 30 });
  fc.assert(
    fc.property(
      fc.array(text, { minLength: 1, maxLength: 4 }),
      text,
      text,
      fc.boolean(),
      (lines, words, by, matchCase) => {
        const mara = draftPeer();
        mara.edit(() => {
          const nodes = lines.map((line) => {
            const half = [...line].slice(0, 5).join('');
            const [one, two] = [$createTextNode(half).toggleFormat('bold'), $createTextNode(line.slice(half.length))];
            return $createParagraphNode().append(...[one, two].filter((node) => node.getTextContent() !== ''));
          });
          $getRoot()
            .clear()
            .append(...nodes);
        });
        const pattern = patternOf({ words, matchCase, wholeWord: false });
        if (pattern === null) return;
        mara.edit(() => void $replace(pattern, by, 'all'));
        const shown = mara.editor.getEditorState().read(() =>
          $getRoot()
            .getChildren()
            .map((one) => one.getTextContent()),
        );
        expect(shown).toEqual(lines.map((line) => line.replace(pattern, () => by)));
      },
    ),
    { numRuns: 200 },
  );
});
