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
import { isMac } from '../ui/index.ts';
import { seenOf } from '../../shared/citing/index.ts';
import { caretPlace } from './caret-place.ts';
import type { CaretPlace } from './caret-place.ts';
import { CITE_COMMAND } from './citations/cite-command.ts';
import { EntryFinder, waysOf } from './find-entries.ts';
import type { FoundEntry, Way } from './find-entries.ts';
import {
  $insertCited,
  $insertReference,
  $referenceQuery,
  $startReference,
  $takeBackReference,
} from './reference-query.ts';
import styles from './ReferenceMenu.module.css';

interface OpenMenu {
  readonly words: string;
  /** Which `@` this is about; Escape closes the menu for that one. */
  readonly at: string;
  readonly place: CaretPlace;
  /** What one came for: to cite, or to name an entry as usual. */
  readonly way: Way;
}

/** What is done with an entry, in words. */
const wayWords: Readonly<Record<Way, string>> = { refer: 'refer to it', cite: 'cite it' };

/** The entries that can be named or cited, offered while one writes after an `@`. The focus stays in the text. */
export function ReferenceMenu({
  editor,
  frame,
}: {
  readonly editor: LexicalEditor;
  readonly frame: HTMLElement | null;
}) {
  const { reader, writer, undo } = useSession();
  const finder = useMemo(() => new EntryFinder(reader), [reader]);
  const menu = useOpenMenu(editor, frame);
  const found = useMemo(
    () => (menu.open === null ? [] : finder.find(menu.open.words, menu.open.way)),
    [finder, menu.open],
  );
  const [chosen, setChosen] = useState({ words: '', index: 0 });
  const id = useId();
  const words = menu.open?.words ?? '';
  // Other words find other entries, the best one first.
  const active = chosen.words === words ? chosen.index : 0;
  const setActive = (index: number): void => setChosen({ words, index });

  const choose = (entry: FoundEntry | undefined, otherwise: boolean): void => {
    const way = entry === undefined ? undefined : waysFor(entry, menu.open?.way)[otherwise ? 1 : 0];
    if (entry === undefined || way === undefined) return;
    const { ref } = entry;
    undo.step();
    // What is written behind it is a step of its own again, once it is stored.
    const insert = (): void =>
      way === 'cite' ? $insertCited([{ ref, seen: seenOf(reader, ref, writer.now()) }]) : $insertReference(entry);
    editor.update(insert, { onUpdate: () => undo.step() });
  };
  useMenuKeys(editor, menu.open !== null, {
    canChoose: found.length > 0,
    move: (by) => setActive((active + by + found.length) % Math.max(1, found.length)),
    choose: (otherwise) => choose(found[active], otherwise),
    close: menu.close,
  });
  useActiveOption(editor, id, found[active] === undefined ? null : active);

  if (menu.open === null) return null;
  const { place, way } = menu.open;
  const isCiting = way === 'cite';
  const position = place.above ? { left: place.left, bottom: place.fromFoot } : { left: place.left, top: place.bottom };
  return (
    <div className={styles.menu} style={position}>
      {found.length === 0 ? (
        <p className={styles.nothing} role="status">
          {isCiting
            ? 'Nothing in this notebook that can be cited is called that'
            : 'Nothing in this notebook is called that'}
        </p>
      ) : (
        <div
          role="listbox"
          id={id}
          aria-label={isCiting ? 'Entries to cite' : 'Entries to refer to'}
          aria-describedby={`${id}-keys`}
        >
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
                choose(entry, event.ctrlKey || event.metaKey);
              }}
            >
              <span className={styles.title}>{entry.title}</span>
              <span className={styles.what}>{entry.what}</span>
            </div>
          ))}
        </div>
      )}
      {found[active] !== undefined && (
        <p id={`${id}-keys`} className={styles.keys}>
          {keyWords(waysFor(found[active], way))}
        </p>
      )}
    </div>
  );
}

/** What Enter and Ctrl+Enter do with an entry, in this order. */
function waysFor(entry: FoundEntry, way: Way | undefined): readonly Way[] {
  const ways = waysOf(entry);
  return way === 'cite' ? ways.filter((one) => one === 'cite') : ways;
}

function keyWords([first, other]: readonly Way[]): string {
  const usual = first === undefined ? '' : `Enter: ${wayWords[first]}`;
  return other === undefined ? usual : `${usual} · ${isMac ? '⌘' : 'Ctrl+'}Enter: ${wayWords[other]}`;
}

function useOpenMenu(editor: LexicalEditor, frame: HTMLElement | null) {
  const [open, setOpen] = useState<OpenMenu | null>(null);
  const dismissed = useRef('');
  const next = useRef<Way>('refer');
  const wroteBlank = useRef(false);
  useEffect(
    () =>
      editor.registerCommand(
        CITE_COMMAND,
        () => {
          next.current = 'cite';
          wroteBlank.current = $startReference();
          return true;
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor],
  );
  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const query = editor.isComposing() ? null : editorState.read($referenceQuery);
        const at = query === null ? '' : `${query.key} ${query.start}`;
        if (at !== dismissed.current) dismissed.current = '';
        if (query === null || at === dismissed.current) return setOpen(null);
        const way = next.current;
        next.current = 'refer';
        setOpen((now) => {
          const { words } = query;
          if (now?.at === at) return now.words === words ? now : { ...now, words };
          const place = caretPlace(editor, frame);
          return place === null ? null : { words, at, place, way };
        });
      }),
    [editor, frame],
  );
  const close = (): void => {
    // Whoever asked to cite did not write the @.
    if (open?.way === 'cite') editor.update(() => $takeBackReference(wroteBlank.current));
    else dismissed.current = open?.at ?? '';
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
  /** `otherwise`: not what is usual with such an entry. */
  choose(otherwise: boolean): void;
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
      (act: (keys: MenuKeys, isOther: boolean) => void, { needsEntries = true, takesOther = false } = {}) =>
      (event: KeyboardEvent | null) => {
        if (needsEntries && !latest.current.canChoose) return false;
        const isOther = event?.ctrlKey === true || event?.metaKey === true;
        if (event?.shiftKey === true || (isOther && !takesOther)) return false;
        event?.preventDefault();
        act(latest.current, isOther);
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
        on((menu, isOther) => menu.choose(isOther), { takesOther: true }),
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_TAB_COMMAND,
        on((menu) => menu.choose(false)),
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        on((menu) => menu.close(), { needsEntries: false }),
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
