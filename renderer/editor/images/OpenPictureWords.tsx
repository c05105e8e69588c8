import { $getNodeByKey, SKIP_DOM_SELECTION_TAG } from 'lexical';
import type { LexicalEditor, NodeKey } from 'lexical';
import { useMemo, useState, useSyncExternalStore } from 'react';
import { $caretBehind } from '../chosen-node-input.ts';
import { focusEditor } from '../register-undo.ts';
import { $isImageNode } from './ImageNode.tsx';
import { choosePicture, openPictureOf } from './open-picture.ts';
import { PictureWords } from './PictureWords.tsx';
import type { PictureSaid } from './PictureWords.tsx';

/** The words of the picture that is open, if one is. */
export function OpenPictureWords({ editor }: { readonly editor: LexicalEditor }) {
  const open = useMemo(() => openPictureOf(editor), [editor]);
  const subscribe = useMemo(() => (listener: () => void) => open.onChange(listener), [open]);
  const key = useSyncExternalStore(subscribe, () => open.key());
  return key === null ? null : <Words key={key} editor={editor} nodeKey={key} />;
}

function Words({ editor, nodeKey }: { readonly editor: LexicalEditor; readonly nodeKey: NodeKey }) {
  const [picture] = useState(() =>
    editor.getEditorState().read(() => {
      const node = $getNodeByKey(nodeKey);
      return $isImageNode(node) ? node.picture() : null;
    }),
  );
  const anchor = useMemo(
    () => ({ current: editor.getElementByKey(nodeKey)?.querySelector('figcaption') ?? null }),
    [editor, nodeKey],
  );
  if (picture === null) return null;
  const change = ({ alt, caption }: PictureSaid): void => {
    editor.update(
      () => {
        const node = $getNodeByKey(nodeKey);
        if (!$isImageNode(node)) return;
        if (alt !== undefined) node.setAlt(alt);
        if (caption !== undefined) node.setCaption(caption);
      },
      // The caret is in the words of the picture meanwhile; at once, so that no other update goes without its caret.
      { tag: SKIP_DOM_SELECTION_TAG, discrete: true },
    );
  };
  const closeAndThen = (go: () => void): void => {
    openPictureOf(editor).set(null);
    // Once what closes has given the focus back.
    requestAnimationFrame(() => requestAnimationFrame(go));
  };
  const close = (): void => closeAndThen(() => choosePicture(editor, nodeKey));
  const finish = (): void =>
    closeAndThen(() => {
      editor.update(() => {
        const node = $getNodeByKey(nodeKey);
        if (node !== null) $caretBehind(node);
      });
      focusEditor(editor);
    });
  const remove = (): void => {
    openPictureOf(editor).set(null);
    editor.update(() => {
      const node = $getNodeByKey(nodeKey);
      node?.selectNext(0, 0);
      node?.remove();
    });
    focusEditor(editor);
  };
  return (
    <PictureWords
      picture={picture}
      anchor={anchor}
      onChange={change}
      onClose={close}
      onDone={finish}
      onRemove={remove}
    />
  );
}
