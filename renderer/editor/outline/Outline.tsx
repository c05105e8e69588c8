import { $isElementNode, $getNodeByKey } from 'lexical';
import type { LexicalEditor, NodeKey } from 'lexical';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useSession } from '../../session/session-context.ts';
import { afterTyping } from '../after-typing.ts';
import { focusEditor } from '../register-undo.ts';
import { $headingAtCaret, $headings, sameHeadings } from './headings.ts';
import type { Heading } from './headings.ts';
import styles from './Outline.module.css';
import type { OutlineShown } from './use-outline-shown.ts';

interface OutlineProps {
  readonly editor: LexicalEditor;
  readonly shown: OutlineShown;
}

/** The headings of the draft: the part the caret is in is marked, and each leads to its heading. One tab stop. */
export function Outline({ editor, shown }: OutlineProps) {
  const { isBeside, isShown, hide } = shown;
  const { undo } = useSession();
  const { headings, current } = useHeadings(editor, isShown);
  const list = useRef<HTMLOListElement>(null);
  const isOver = isShown && !isBeside;
  // What is asked for is what one goes on in.
  useEffect(() => {
    if (isOver) list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }, [isOver, headings.length]);
  if (!isShown || (isBeside && headings.length === 0)) return null;

  const leave = (): void => {
    if (isOver) hide();
    focusEditor(editor);
  };
  const jump = (key: NodeKey): void => {
    // What is written there is another step than what was written before.
    undo.step();
    editor.update(
      () => {
        const heading = $getNodeByKey(key);
        if ($isElementNode(heading)) heading.selectStart();
      },
      { discrete: true },
    );
    leave();
    editor.getElementByKey(key)?.scrollIntoView({ block: 'start' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      return leave();
    }
    moveFocus(list.current, event);
  };
  const highest = Math.min(...headings.map(({ level }) => level));
  const tabStop = headings.some(({ key }) => key === current) ? current : headings[0]?.key;
  return (
    <nav className={styles.outline} aria-label="Outline" data-over={isOver}>
      <h2 className={styles.title}>Outline</h2>
      {headings.length === 0 ? (
        <p className={styles.nothing}>The draft’s headings stand here. Type # and a space to write one.</p>
      ) : (
        // The arrow keys move among the buttons, which are what is pressed.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <ol className={styles.list} ref={list} onKeyDown={onKeyDown}>
          {headings.map(({ key, level, words }) => (
            <li key={key}>
              <button
                type="button"
                className={styles.heading}
                data-depth={level - highest}
                tabIndex={key === tabStop ? 0 : -1}
                aria-current={key === current ? 'location' : undefined}
                onClick={() => jump(key)}
              >
                {words}
              </button>
            </li>
          ))}
        </ol>
      )}
    </nav>
  );
}

/** The headings and the one the caret is under, looked up when one stops typing. */
function useHeadings(editor: LexicalEditor, isWanted: boolean) {
  const [headings, setHeadings] = useState<readonly Heading[]>([]);
  const [current, setCurrent] = useState<NodeKey | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    const look = (): void => {
      const next = editor.getEditorState().read($headings);
      setHeadings((now) => (sameHeadings(now, next) ? now : next));
    };
    const stopHeadings = afterTyping(editor, look);
    const stopCaret = afterTyping(editor, () => setCurrent(editor.getEditorState().read($headingAtCaret)), {
      pause: 120,
      caret: true,
    });
    return () => {
      stopHeadings();
      stopCaret();
    };
  }, [editor, isWanted]);
  return { headings, current };
}

const steps: Readonly<Record<string, (at: number, last: number) => number>> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_, last) => last,
};

function moveFocus(list: HTMLElement | null, event: KeyboardEvent): void {
  const step = steps[event.key];
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  const at = buttons.findIndex((button) => button === document.activeElement);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  buttons[step(at, buttons.length - 1)]?.focus();
}
