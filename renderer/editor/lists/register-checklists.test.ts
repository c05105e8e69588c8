import { registerList } from '@lexical/list';
import { $createParagraphNode, $getRoot, $getSelection, $isRangeSelection, createEditor, mergeRegister } from 'lexical';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readDraftBlocks } from '../../../shared/story/reading/draft-blocks.ts';
import { bindDraft } from '../bind-draft.ts';
import { $setStyle } from '../block-style.ts';
import { draftNodes } from '../draft-nodes.ts';
import { registerMarkdown } from '../markdown.ts';
import { $toggleChecked, registerChecklists } from './register-checklists.ts';

/** A draft that is typed into letter by letter, with everything that listens to letters. */
function typist() {
  const doc = new Y.Doc();
  const editor = createEditor({
    nodes: draftNodes,
    onError: (error) => {
      throw error;
    },
  });
  const root = document.createElement('div');
  root.contentEditable = 'true';
  editor.setRootElement(root);
  bindDraft(editor, doc, { onFailure: (failure) => expect(failure).toBeNull() });
  mergeRegister(registerList(editor), registerChecklists(editor), registerMarkdown(editor));
  const edit = (change: () => void): void => editor.update(change, { discrete: true });
  edit(() => void $getRoot().clear().append($createParagraphNode()).selectEnd());
  const type = (text: string): void => {
    for (const sign of text) {
      edit(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return;
        if (sign === '\n') selection.insertParagraph();
        else selection.insertText(sign);
      });
    }
  };
  const lines = () => {
    const [list] = readDraftBlocks(doc);
    return list?.type === 'list' ? list.items.map(({ spans, checked }) => [spans[0]?.text ?? '', checked]) : null;
  };
  return { edit, type, lines, root };
}

test('a box and a space make a checklist', () => {
  const { type, lines, root } = typist();
  type('[ ] Ask the port');
  expect(lines()).toEqual([['Ask the port', false]]);
  expect(root.querySelector('li')?.getAttribute('aria-description')).toBe('To do');
  expect(root.querySelector('li')?.hasAttribute('role')).toBe(false);
});

test('so does a box in a list; what is checked is stored', () => {
  const { type, lines, edit } = typist();
  type('- [x] Ask the port\nAsk the pilot');
  expect(lines()).toEqual([
    ['Ask the port', true],
    ['Ask the pilot', false],
  ]);
  edit(() => void $toggleChecked());
  expect(lines()?.[1]).toEqual(['Ask the pilot', true]);
});

test('a box that stood in a list is not taken for a new one', () => {
  const { type, lines } = typist();
  type('- a [ ] b');
  expect(lines()).toEqual([['a [ ] b', undefined]]);
});

test('a line is made one of a checklist and a paragraph again', () => {
  const { type, lines, edit } = typist();
  type('Ask the port');
  edit(() => $setStyle('check'));
  expect(lines()).toEqual([['Ask the port', false]]);
  edit(() => $setStyle('paragraph'));
  expect(lines()).toBeNull();
  edit(() => expect($toggleChecked()).toBe(false));
});
