import { registerRichText } from '@lexical/rich-text';
import { createBindingV2__EXPERIMENTAL, syncLexicalUpdateToYjsV2__EXPERIMENTAL } from '@lexical/yjs';
import type { Provider } from '@lexical/yjs';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor, ParagraphNode, TextNode } from 'lexical';
import * as Y from 'yjs';

// Runs in the page of a bare window: a text to write in, as Lexical bound to a Yjs document or as the browser alone has it.

Object.assign(globalThis, {
  /** Shows the paragraphs in place of the page's own words. */
  write: (kind: 'lexical' | 'plain', paragraphs: readonly string[]): Promise<void> => {
    const text = document.createElement('div');
    text.contentEditable = 'true';
    text.setAttribute('role', 'textbox');
    // The measure of a draft.
    text.style.cssText = 'width: 42rem; margin: auto; font: 17.5px/1.6 Georgia, serif; white-space: pre-wrap';
    document.body.replaceChildren(text);
    if (kind === 'lexical') bound(text, paragraphs);
    else text.replaceChildren(...paragraphs.map(plain));
    return Promise.resolve();
  },
});

function plain(words: string): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.textContent = words;
  return paragraph;
}

/** The least that writes what is typed into a document: the libraries' own parts, and no more. */
function bound(text: HTMLElement, paragraphs: readonly string[]): void {
  const doc = new Y.Doc();
  const editor = createEditor({
    nodes: [ParagraphNode, TextNode],
    onError: (error) => {
      throw error;
    },
  });
  const binding = createBindingV2__EXPERIMENTAL(editor, 'bare', doc, new Map());
  const provider = alone();
  editor.registerUpdateListener(
    ({ prevEditorState, editorState, dirtyElements, dirtyLeaves, normalizedNodes, tags }) => {
      syncLexicalUpdateToYjsV2__EXPERIMENTAL(
        binding,
        provider,
        prevEditorState,
        editorState,
        dirtyElements,
        dirtyLeaves,
        normalizedNodes,
        tags,
      );
    },
  );
  registerRichText(editor);
  editor.setRootElement(text);
  editor.update(
    () => {
      $getRoot()
        .clear()
        .append(...paragraphs.map((words) => $createParagraphNode().append($createTextNode(words))));
    },
    { discrete: true },
  );
}

/** A provider that reaches nobody. */
function alone(): Provider {
  const ignore = (): void => undefined;
  return {
    awareness: {
      getLocalState: () => null,
      getStates: () => new Map(),
      setLocalState: ignore,
      setLocalStateField: ignore,
      on: ignore,
      off: ignore,
    },
    connect: ignore,
    disconnect: ignore,
    on: ignore,
    off: ignore,
  };
}
