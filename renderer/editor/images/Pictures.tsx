import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import { COMMAND_PRIORITY_HIGH, COMMAND_PRIORITY_LOW, createCommand, mergeRegister, PASTE_COMMAND } from 'lexical';
import type { LexicalCommand, LexicalEditor, NodeKey } from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftImage } from '../../../shared/story/draft-block.ts';
import { useActions } from '../../session/actions.ts';
import { useCaptures } from '../../session/captures-context.ts';
import { useSession } from '../../session/session-context.ts';
import { toasts } from '../../ui/index.ts';
import { focusEditor } from '../register-undo.ts';
import { SourcePictures } from './from-source/SourcePictures.tsx';
import { $insertPictures, $pictureSpot } from './insert-picture.ts';
import { OpenPictureWords } from './OpenPictureWords.tsx';
import { pictureTypes } from './picture-file.ts';
import { registerBroughtPictures } from './register-brought-pictures.ts';
import { storePicture } from './store-picture.ts';

/** Asks for pictures to put where the caret is. */
export const ADD_PICTURE_COMMAND: LexicalCommand<void> = createCommand('ADD_PICTURE');

/** Asks for a picture out of a capture, to put where the caret is. */
export const PICTURE_FROM_SOURCE_COMMAND: LexicalCommand<void> = createCommand('PICTURE_FROM_SOURCE');

/** Takes in pictures that are chosen, pasted or dropped. Each is in the text only once its file is confirmed to be stored. */
export function Pictures({ editor }: { readonly editor: LexicalEditor }) {
  const { add, insert } = useAddPictures(editor);
  const captures = useCaptures();
  const { id: notebook } = useSession();
  useEffect(() => registerBroughtPictures(editor, { captures, notebook }), [editor, captures, notebook]);
  const [isTaking, setTaking] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const spot = useRef<NodeKey | null>(null);
  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          ADD_PICTURE_COMMAND,
          () => {
            spot.current = $pictureSpot();
            input.current?.click();
            return true;
          },
          COMMAND_PRIORITY_LOW,
        ),
        editor.registerCommand(
          PICTURE_FROM_SOURCE_COMMAND,
          () => {
            spot.current = $pictureSpot();
            setTaking(true);
            return true;
          },
          COMMAND_PRIORITY_LOW,
        ),
        editor.registerCommand(
          DRAG_DROP_PASTE,
          (files) => {
            void add(files, $pictureSpot());
            return true;
          },
          COMMAND_PRIORITY_LOW,
        ),
        // Before what takes in words: a copied picture comes with an address in markup, which says nothing.
        editor.registerCommand(
          PASTE_COMMAND,
          (event) => {
            const files = 'clipboardData' in event ? picturesOnly(event.clipboardData) : [];
            if (files.length === 0) return false;
            event.preventDefault();
            void add(files, $pictureSpot());
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor, add],
  );
  useActions([
    {
      id: 'draft.picture',
      title: 'Add a picture…',
      group: 'Drafts',
      keywords: ['image', 'photo', 'figure', 'insert'],
      run: () => void editor.update(() => void editor.dispatchCommand(ADD_PICTURE_COMMAND, undefined)),
    },
    {
      id: 'draft.picture-from-source',
      title: 'Picture from a source…',
      group: 'Drafts',
      keywords: ['image', 'figure', 'capture', 'page', 'PDF', 'insert'],
      run: () => void editor.update(() => void editor.dispatchCommand(PICTURE_FROM_SOURCE_COMMAND, undefined)),
    },
  ]);
  return (
    <>
      <OpenPictureWords editor={editor} />
      {isTaking && (
        <SourcePictures
          onClose={() => setTaking(false)}
          onAdd={(picture) => {
            setTaking(false);
            insert([picture], spot.current);
            // Once what closes has given the focus back.
            requestAnimationFrame(() => requestAnimationFrame(() => focusEditor(editor)));
          }}
        />
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={pictureTypes.join()}
        aria-label="Picture files"
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          // The same file may be chosen again.
          target.value = '';
          void add(files, spot.current);
        }}
      />
    </>
  );
}

function useAddPictures(editor: LexicalEditor) {
  const captures = useCaptures();
  const { id: notebook, undo } = useSession();
  const insert = useCallback(
    (pictures: readonly Omit<DraftImage, 'type'>[], spot: NodeKey | null): void => {
      if (pictures.length === 0) return;
      if (editor.getRootElement() === null) {
        toasts.show({
          message: 'Nothing was added: the draft was left meanwhile. Add the picture again.',
          tone: 'error',
        });
        return;
      }
      undo.step();
      editor.update(() => $insertPictures(pictures, spot), { discrete: true });
      undo.step();
    },
    [editor, undo],
  );
  const add = useCallback(
    async (files: readonly Blob[], spot: NodeKey | null): Promise<void> => {
      const pictures: Omit<DraftImage, 'type'>[] = [];
      for (const file of files) {
        const stored = await storePicture(file, { captures, notebook });
        if (stored.ok) pictures.push(stored.value);
        else toasts.show({ message: stored.error, tone: 'error' });
      }
      insert(pictures, spot);
    },
    [captures, notebook, insert],
  );
  return { add, insert };
}

/** The pictures on a clipboard that holds no words. Word adds a picture of the words to them. */
function picturesOnly(data: DataTransfer | null): readonly File[] {
  if (data === null || data.getData('text/plain').trim() !== '') return [];
  const words = data.getData('text/html').replace(/<!--[^]*?-->|<(style|script|head)\b[^]*?<\/\1>|<[^>]*>/gi, '');
  if (words.replace(/&nbsp;|\s/g, '') !== '') return [];
  return [...data.files].filter(({ type }) => pictureTypes.includes(type));
}
