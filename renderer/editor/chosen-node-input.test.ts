import { registerRichText } from '@lexical/rich-text';
import {
  $createNodeSelection,
  $createParagraphNode,
  $createTextNode,
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $setSelection,
  BEFORE_INPUT_COMMAND,
  createEditor,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
} from 'lexical';
import type { LexicalNode } from 'lexical';
import { afterEach, describe, expect, test } from 'vitest';
import { registerChosenNodeInput } from './chosen-node-input.ts';
import { $createCitationNode } from './citations/CitationNode.tsx';
import { draftNodes } from './draft-nodes.ts';
import { $createFootnoteNode, draftFootnotes } from './footnotes/FootnoteNode.tsx';
import { $createImageNode } from './images/ImageNode.tsx';
import { $createReferenceNode } from './ReferenceNode.tsx';

const signs: readonly (readonly [string, () => LexicalNode])[] = [
  ['a citation', () => $createCitationNode([])],
  ['the sign of a footnote', () => $createFootnoteNode([{ text: 'By one estimate.' }])],
  ['a reference', () => $createReferenceNode({ kind: 'events', id: 'one' }, 'Ship refloated')],
];
const $picture = (): LexicalNode =>
  $createImageNode({ sha256: 'ab', mediaType: 'image/png', width: 4, height: 4, alt: '', caption: [] });

let stop = (): void => undefined;
afterEach(() => {
  stop();
  document.body.replaceChildren();
});

/** A text in which a whole node is chosen while the focus is in it; the small DOM writes nothing by itself. */
function chosen($fill: () => LexicalNode) {
  const editor = createEditor({
    nodes: draftNodes,
    onError: (error) => {
      throw error;
    },
  });
  const root = document.createElement('div');
  root.contentEditable = 'true';
  root.tabIndex = 0;
  document.body.append(root);
  editor.setRootElement(root);
  // It listens to the editor from the start.
  draftFootnotes(editor);
  const [rich, input] = [registerRichText(editor), registerChosenNodeInput(editor)];
  stop = () => {
    input();
    rich();
    editor.setRootElement(null);
  };
  editor.update(
    () => {
      const node = $fill();
      const selection = $createNodeSelection();
      selection.add(node.getKey());
      $setSelection(selection);
    },
    { discrete: true },
  );
  root.focus();
  const send = (event: Event): boolean => {
    const goesOn = root.dispatchEvent(event);
    editor.update(() => undefined, { discrete: true });
    return goesOn;
  };
  const init = { bubbles: true, cancelable: true };
  return {
    editor,
    key: (key: string, more: KeyboardEventInit = {}) => send(new KeyboardEvent('keydown', { key, ...init, ...more })),
    // The small DOM has too little of this event for Lexical to listen to it.
    input: (data: string | null, inputType = 'insertText') => {
      const event = new InputEvent('beforeinput', { data, inputType, ...init });
      editor.update(() => void editor.dispatchCommand(BEFORE_INPUT_COMMAND, event), { discrete: true });
      return !event.defaultPrevented;
    },
    compose: () => send(new CompositionEvent('compositionstart', init)),
    edit: (change: () => void) => editor.update(change, { discrete: true }),
    read: <T>(what: () => T): T => editor.getEditorState().read(what),
  };
}

const $write = (): void => {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.insertText('x');
};
const $parts = (): readonly string[] =>
  $getRoot()
    .getAllTextNodes()
    .map((text) => text.getTextContent());
const $isChosen = (): boolean => $isNodeSelection($getSelection());

const $paragraph = ($sign: () => LexicalNode) => (): LexicalNode => {
  const node = $sign();
  $getRoot()
    .clear()
    .append($createParagraphNode().append($createTextNode('Before '), node, $createTextNode(' after')));
  return node;
};
const $pictureBetween = (): LexicalNode => {
  const node = $picture();
  $getRoot()
    .clear()
    .append(
      $createParagraphNode().append($createTextNode('Before')),
      node,
      $createParagraphNode().append($createTextNode('After')),
    );
  return node;
};

describe.each(signs)('where %s is chosen', (_, $sign) => {
  test('a letter is written behind it', () => {
    const { key, edit, read } = chosen($paragraph($sign));
    expect(key('x')).toBe(true);
    edit($write);
    expect(read($parts)).toEqual(['Before ', 'x after']);
  });

  test('so is what comes without a key, and a new line begins there', () => {
    const { input, read } = chosen($paragraph($sign));
    expect(input('☂')).toBe(false);
    expect(read($parts)).toEqual(['Before ', '☂ after']);
    const other = chosen($paragraph($sign));
    expect(other.input(null, 'insertParagraph')).toBe(false);
    expect(other.read(() => $getRoot().getChildrenSize())).toBe(2);
  });

  test('letters that are put together begin behind it', () => {
    const { compose, edit, read } = chosen($paragraph($sign));
    compose();
    edit($write);
    expect(read($parts).join('').replaceAll('\u200B', '')).toBe('Before x after');
    expect(read($parts)[0]).toBe('Before ');
  });

  test('keys that write nothing leave it chosen; those that move go on from it', () => {
    const { key, read } = chosen($paragraph($sign));
    for (const name of ['Shift', 'Control', 'F5', 'Escape']) key(name);
    key('b', { ctrlKey: true });
    expect(read($isChosen)).toBe(true);
    expect(key('End', { ctrlKey: true })).toBe(true);
    expect(read($isChosen)).toBe(false);
  });

  test('Backspace and Delete take it out, by the word as well', () => {
    for (const command of [KEY_BACKSPACE_COMMAND, KEY_DELETE_COMMAND]) {
      const { editor, edit, read } = chosen($paragraph($sign));
      edit(() => void editor.dispatchCommand(command, new KeyboardEvent('keydown')));
      edit($write);
      expect(read(() => $getRoot().getTextContent())).toBe('Before x after');
    }
    const { key, read } = chosen($paragraph($sign));
    key('Backspace', { ctrlKey: true });
    expect(read(() => $getRoot().getTextContent())).toBe('Before  after');
  });
});

describe('where a picture is chosen', () => {
  test('one writes on below it', () => {
    const { key, edit, read } = chosen($pictureBetween);
    key('x');
    edit($write);
    expect(read($parts)).toEqual(['Before', 'xAfter']);
  });

  test('a line is made where there is none below', () => {
    const { input, read } = chosen(() => {
      const node = $picture();
      $getRoot().clear().append(node, $picture());
      return node;
    });
    input('x');
    expect(
      read(() =>
        $getRoot()
          .getChildren()
          .map((node) => node.getTextContent()),
      ),
    ).toEqual(['', 'x', '']);
  });

  test('Home and End stay with it, Control+End leads on', () => {
    const { key, read } = chosen($pictureBetween);
    expect(key('Home')).toBe(false);
    expect(key('End')).toBe(false);
    expect(read($isChosen)).toBe(true);
    expect(key('End', { ctrlKey: true })).toBe(true);
    expect(read($isChosen)).toBe(false);
  });
});
