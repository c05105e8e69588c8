import {
  COMMAND_PRIORITY_HIGH,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
} from 'lexical';
import type { LexicalEditor } from 'lexical';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useSession } from '../session/session-context.ts';
import { caretPlace } from './caret-place.ts';
import type { CaretPlace } from './caret-place.ts';
import { EntryFinder } from './find-entries.ts';
import type { FoundEntry } from './find-entries.ts';
import { $insertReference, $referenceQuery } from './reference-query.ts';
import styles from './ReferenceMenu.module.css';

interface OpenMenu {
  readonly words: string;
  /** Which `@` this is about; Escape closes the menu for that one. */
  readonly at: string;
  readonly place: CaretPlace;
}

/** The entries that can be referred to, offered while one writes after an `@`. The focus stays in the text. */
export function ReferenceMenu({
  editor,
  frame,
}: {
  readonly editor: LexicalEditor;
  readonly frame: HTMLElement | null;
}) {
  const { reader, undo } = useSession();
  const finder = useMemo(() => new EntryFinder(reader), [reader]);
  const menu = useOpenMenu(editor, frame);
  const found = useMemo(() => (menu.open === null ? [] : finder.find(menu.open.words)), [finder, menu.open]);
  const [chosen, setChosen] = useState({ words: '', index: 0 });
  const id = useId();
  const words = menu.open?.words ?? '';
  // Other words find other entries, the best one first.
  const active = chosen.words === words ? chosen.index : 0;
  const setActive = (index: number): void => setChosen({ words, index });

  const choose = (entry: FoundEntry | undefined): void => {
    if (entry === undefined) return;
    undo.step();
    // What is written behind it is a step of its own again, once the reference is stored.
    editor.update(() => $insertReference(entry), { onUpdate: () => undo.step() });
  };
  useMenuKeys(editor, menu.open !== null, {
    canChoose: found.length > 0,
    move: (by) => setActive((active + by + found.length) % Math.max(1, found.length)),
    choose: () => choose(found[active]),
    close: menu.close,
  });
  useActiveOption(editor, id, found[active] === undefined ? null : active);

  if (menu.open === null) return null;
  const { place } = menu.open;
  const position = place.above ? { left: place.left, bottom: place.fromFoot } : { left: place.left, top: place.bottom };
  return (
    <div className={styles.menu} style={position}>
      {found.length === 0 ? (
        <p className={styles.nothing} role="status">
          Nothing in this notebook is called that
        </p>
      ) : (
        <div role="listbox" id={id} aria-label="Entries to refer to">
          {found.map((entry, index) => (
            <div
              key={`${entry.ref.kind}/${entry.ref.id}`}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={styles.option}
              onMouseMove={() => setActive(index)}
              onMouseDown={(event) => {
                // The caret stays where the reference goes.
                event.preventDefault();
                choose(entry);
              }}
            >
              <span className={styles.title}>{entry.title}</span>
              <span className={styles.what}>{entry.what}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function useOpenMenu(editor: LexicalEditor, frame: HTMLElement | null) {
  const [open, setOpen] = useState<OpenMenu | null>(null);
  const dismissed = useRef('');
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const query = editor.isComposing() ? null : editorState.read($referenceQuery);
        const at = query === null ? '' : `${query.key} ${query.start}`;
        if (at !== dismissed.current) dismissed.current = '';
        if (query === null || at === dismissed.current) return setOpen(null);
        setOpen((now) => {
          if (now?.at === at && now.words === query.words) return now;
          const place = now?.at === at ? now.place : caretPlace(editor, frame);
          return place === null ? null : { words: query.words, at, place };
        });
      }),
    [editor, frame],
  );
  const close = (): void => {
    dismissed.current = open?.at ?? '';
    setOpen(null);
  };
  // Elsewhere nobody is writing after the @.
  useEffect(
    () =>
      editor.registerRootListener((root) => {
        const leave = (): void => setOpen(null);
        root?.addEventListener('blur', leave);
        return () => root?.removeEventListener('blur', leave);
      }),
    [editor],
  );
  return { open, close };
}

interface MenuKeys {
  readonly canChoose: boolean;
  move(by: 1 | -1): void;
  choose(): void;
  close(): void;
}

function useMenuKeys(editor: LexicalEditor, isOpen: boolean, keys: MenuKeys): void {
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!isOpen) return;
    const on =
      (act: (keys: MenuKeys) => void, needsEntries = true) =>
      (event: KeyboardEvent | null) => {
        if (needsEntries && !latest.current.canChoose) return false;
        if (event?.shiftKey === true || event?.ctrlKey === true || event?.metaKey === true) return false;
        event?.preventDefault();
        act(latest.current);
        return true;
      };
    return mergeRegister(
      editor.registerCommand(
        KEY_ARROW_DOWN_COMMAND,
        on((menu) => menu.move(1)),
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_ARROW_UP_COMMAND,
        on((menu) => menu.move(-1)),
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_ENTER_COMMAND,
        on((menu) => menu.choose()),
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_TAB_COMMAND,
        on((menu) => menu.choose()),
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        on((menu) => menu.close(), false),
        COMMAND_PRIORITY_HIGH,
      ),
    );
  }, [editor, isOpen]);
}

/** Tells assistive technology which entry is chosen while the focus is in the text. */
function useActiveOption(editor: LexicalEditor, id: string, active: number | null): void {
  useEffect(() => {
    const root = editor.getRootElement();
    if (root === null || active === null) return;
    root.setAttribute('aria-controls', id);
    root.setAttribute('aria-activedescendant', `${id}-${active}`);
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
    return () => {
      root.removeAttribute('aria-controls');
      root.removeAttribute('aria-activedescendant');
    };
  }, [editor, id, active]);
}
