import { $createLinkNode, $isLinkNode, $toggleLink } from '@lexical/link';
import { $createTextNode, $getSelection, $isRangeSelection, COMMAND_PRIORITY_NORMAL, createCommand } from 'lexical';
import type { LexicalCommand, LexicalEditor } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useActions } from '../session/actions.ts';
import { isSafeLink } from '../../shared/story/rich-text.ts';
import { Button, TextField } from '../ui/index.ts';
import { caretPlace } from './caret-place.ts';
import type { CaretPlace } from './caret-place.ts';
import styles from './LinkBox.module.css';
import { $linkAt } from './paste.ts';
import { focusEditor } from './register-undo.ts';

/** Asks for the address of a link, for the words that are selected or the link the caret is in. */
export const EDIT_LINK_COMMAND: LexicalCommand<void> = createCommand('EDIT_LINK');

interface OpenBox {
  readonly address: string;
  readonly isNew: boolean;
  readonly place: CaretPlace;
}

/** A small box under the words in which a link's address is written, followed or removed. Mod+Shift+K opens it. */
export function LinkBox({ editor, frame }: { readonly editor: LexicalEditor; readonly frame: HTMLElement | null }) {
  const [box, setBox] = useState<OpenBox | null>(null);
  useEffect(() => {
    const open = (): boolean => {
      const found = $found();
      if (found === null || !editor.isEditable()) return false;
      const place = caretPlace(editor, frame);
      if (place !== null) setBox({ ...found, place });
      return true;
    };
    return editor.registerCommand(EDIT_LINK_COMMAND, open, COMMAND_PRIORITY_NORMAL);
  }, [editor, frame]);
  // Offered only with words chosen in a text that has the focus. Mod+K stays the palette's, which one wants for them, too.
  const canLink = useCanLink(editor);
  useActions(
    canLink
      ? [
          {
            id: 'text.link',
            title: 'Link the chosen words',
            group: 'Text',
            shortcut: 'Mod+Shift+K',
            run: () => void editor.update(() => void editor.dispatchCommand(EDIT_LINK_COMMAND, undefined)),
          },
        ]
      : [],
  );
  if (box === null) return null;
  return <AddressForm key={box.address} editor={editor} box={box} onClose={() => setBox(null)} />;
}

function useCanLink(editor: LexicalEditor): boolean {
  const [canLink, setCanLink] = useState(false);
  useEffect(() => {
    const look = (): void => {
      const root = editor.getRootElement();
      const hasFocus = root !== null && root === document.activeElement && editor.isEditable();
      setCanLink(hasFocus && editor.getEditorState().read($hasWords));
    };
    // Focus comes and goes with the selection still in place.
    const stopRoot = editor.registerRootListener((root, before) => {
      before?.removeEventListener('focus', look);
      before?.removeEventListener('blur', look);
      root?.addEventListener('focus', look);
      root?.addEventListener('blur', look);
    });
    const stopUpdates = editor.registerUpdateListener(look);
    return () => {
      stopUpdates();
      stopRoot();
    };
  }, [editor]);
  return canLink;
}

interface FormProps {
  readonly editor: LexicalEditor;
  readonly box: OpenBox;
  readonly onClose: () => void;
}

function AddressForm({ editor, box, onClose }: FormProps) {
  const [address, setAddress] = useState(box.address);
  const [isRefused, setRefused] = useState(false);
  const form = useRef<HTMLDivElement>(null);
  const close = (): void => {
    onClose();
    focusEditor(editor);
  };
  const apply = (): void => {
    const complete = completed(address);
    if (complete === null) return setRefused(true);
    editor.update(() => $link(complete));
    close();
  };
  useKeys(form, { Enter: apply, Escape: close });
  const remove = (): void => {
    editor.update(() => $toggleLink(null));
    close();
  };
  return (
    // No form: the text around it may be in one already.
    <div
      ref={form}
      role="dialog"
      className={styles.box}
      aria-label="Link"
      style={{ left: box.place.left, top: box.place.bottom }}
      onBlur={(event) => {
        const stays = event.relatedTarget instanceof Node && form.current?.contains(event.relatedTarget) === true;
        if (!stays && event.relatedTarget !== null) onClose();
      }}
    >
      <TextField
        aria-label="Address"
        placeholder="https://"
        value={address}
        onChange={(next) => {
          setAddress(next);
          setRefused(false);
        }}
        autoFocus
        isInvalid={isRefused}
        errorMessage={isRefused ? 'A web address (https://…) or a mail address is needed.' : undefined}
      />
      <Button size="small" variant="primary" onPress={apply}>
        {box.isNew ? 'Add link' : 'Change link'}
      </Button>
      {!box.isNew && (
        <>
          <Button size="small" variant="quiet" onPress={() => window.open(box.address, '_blank', 'noreferrer')}>
            Open
          </Button>
          <Button size="small" variant="quiet" onPress={remove}>
            Remove
          </Button>
        </>
      )}
    </div>
  );
}

/** Enter and Escape are the box's, and nothing's around it. On its buttons Enter presses them. */
function useKeys(
  element: RefObject<HTMLElement | null>,
  keys: { readonly Enter: () => void; readonly Escape: () => void },
): void {
  useEffect(() => {
    const box = element.current;
    const onKey = (event: KeyboardEvent): void => {
      const { key } = event;
      const inField = event.target instanceof HTMLInputElement;
      if (event.isComposing || (key !== 'Escape' && !(key === 'Enter' && inField))) return;
      event.stopPropagation();
      event.preventDefault();
      keys[key]();
    };
    box?.addEventListener('keydown', onKey);
    return () => box?.removeEventListener('keydown', onKey);
  });
}

/** The link at the caret or the start of the selection; an empty one where words are to be linked. */
function $found(): Omit<OpenBox, 'place'> | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const link = $linkAt(selection.anchor.getNode()) ?? $linkAt(selection.focus.getNode());
  return $isLinkNode(link) ? { address: link.getURL(), isNew: false } : { address: '', isNew: true };
}

function $hasWords(): boolean {
  const selection = $getSelection();
  return $isRangeSelection(selection) && !selection.isCollapsed();
}

/** With no words selected the address itself is written. */
function $link(address: string): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection) && selection.isCollapsed() && $found()?.isNew === true)
    selection.insertNodes([$createLinkNode(address).append($createTextNode(address.replace(/^mailto:/, '')))]);
  else $toggleLink(address);
}

/** What people write for an address, as one that can be followed; null where it is none. */
function completed(written: string): string | null {
  const address = written.trim();
  if (isSafeLink(address)) return address;
  const guess = /^[^\s/@:]+@[^\s/@]+\.[^\s/@]+$/.test(address) ? `mailto:${address}` : `https://${address}`;
  const looksLikeOne = /^[^\s/:@]+\.[^\s/:@]+(?:[/:?#]\S*)?$/.test(address) || guess.startsWith('mailto:');
  return looksLikeOne && isSafeLink(guess) ? guess : null;
}
