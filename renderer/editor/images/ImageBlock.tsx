import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { COMMAND_PRIORITY_LOW, KEY_ENTER_COMMAND } from 'lexical';
import type { NodeKey } from 'lexical';
import { useEffect } from 'react';
import type { MouseEvent } from 'react';
import type { DraftImage } from '../../../shared/story/draft-block.ts';
import { plainFromRich } from '../../../shared/story/rich-text.ts';
import { RichTextView } from '../RichTextView.tsx';
import { useChosenNode } from '../use-chosen-node.ts';
import styles from './images.module.css';
import { choosePicture, openPictureOf } from './open-picture.ts';
import { PictureFrame } from './PictureFrame.tsx';

interface Props {
  readonly nodeKey: NodeKey;
  readonly picture: Omit<DraftImage, 'type'>;
}

/** A picture as it stands in the text. A click chooses it; its caption, or Enter on it, opens what is said of it. */
export function ImageBlock({ nodeKey, picture }: Props) {
  const [editor] = useLexicalComposerContext();
  const isChosen = useChosenNode(editor, nodeKey);
  useEffect(() => {
    if (!isChosen) return;
    return editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        event?.preventDefault();
        openPictureOf(editor).set(nodeKey);
        return true;
      },
      COMMAND_PRIORITY_LOW,
    );
  }, [editor, isChosen, nodeKey]);

  const keepCaret = (event: MouseEvent): void => event.preventDefault();
  const open = (event: MouseEvent): void => {
    // The frame around would choose the picture; a link in the caption is followed.
    event.stopPropagation();
    if (editor.isEditable() && !(event.target instanceof HTMLAnchorElement)) openPictureOf(editor).set(nodeKey);
  };

  const caption = plainFromRich(picture.caption).trim();
  const asks = picture.alt === '' ? 'Say what it shows' : caption === '' ? 'Add a caption' : 'Change its words';
  const isAsking = isChosen || picture.alt === '' || caption === '';
  return (
    // For the pointer: the arrow keys choose a picture as well, and Enter opens what is said of it.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events
    <div onMouseDown={keepCaret} onClick={() => choosePicture(editor, nodeKey)}>
      <PictureFrame picture={picture} isChosen={isChosen}>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
        <figcaption className={styles.caption} onClick={open}>
          {caption !== '' && <RichTextView value={picture.caption} />}
          {isAsking && editor.isEditable() && (
            <button
              type="button"
              // Reached from the picture, like everything inside a text: a tab stop per picture would bury the page.
              tabIndex={-1}
              className={styles.asks}
              aria-label={caption === '' ? `${asks}: picture` : `${asks}: picture “${caption.slice(0, 60)}”`}
              aria-haspopup="dialog"
            >
              {asks}
            </button>
          )}
        </figcaption>
      </PictureFrame>
    </div>
  );
}
