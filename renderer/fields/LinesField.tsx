import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useReadOnly } from '../session/session-context.ts';
import { Icon, Tag, VisuallyHidden } from '../ui/index.ts';
import type { Bound } from './bound.ts';
import { EditableLine } from './EditableLine.tsx';
import styles from './fields.module.css';
import { moved } from './moved.ts';
import { NewLine } from './NewLine.tsx';
import { singular } from './singular.ts';
import { UnreadableList } from './Unreadable.tsx';

/** A list of short texts: each is edited in place, Alt with an arrow moves it, and the last row adds one. */
export function LinesField({ bound }: { readonly bound: Bound<readonly string[]> }) {
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState('');
  const dragged = useRef<number | null>(null);
  const isReadOnly = useReadOnly();
  const lines = bound.value;
  const one = singular(bound.label);
  const owner = bound.name.slice(bound.label.length);

  const replace = (index: number, text: string): void => {
    bound.set(text === '' ? lines.filter((_, at) => at !== index) : lines.with(index, text));
  };
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= lines.length || from === to) return;
    bound.set(moved(lines, from, to));
    setSaid(`Moved to place ${to + 1} of ${lines.length}`);
    const item = list.current?.children[to];
    const target = item?.querySelector<HTMLElement>('[role=textbox]');
    target?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const step = event.altKey ? arrowStep(event.key) : 0;
    // While a text is edited the keys move its caret.
    if (step === 0 || event.target instanceof HTMLTextAreaElement) return;
    event.preventDefault();
    // The entry around it listens to the same keys.
    event.stopPropagation();
    move(index, index + step);
  };

  if (bound.problem !== null) return <UnreadableList bound={bound} />;
  if (isReadOnly) return <ReadOnlyLines bound={bound} />;
  return (
    <div role="group" aria-label={bound.name} className={styles.chips}>
      <ul ref={list} className={styles.chips}>
        {lines.map((line, index) => (
          // Two lines may be the same, and a line changes while it is edited: its place is what it is known by.
          // The keys and the dragging are those of the controls in it.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={index}
            className={styles.chip}
            draggable
            onDragStart={(event) => {
              event.stopPropagation();
              // While it is edited, dragging selects its words.
              if (event.currentTarget.querySelector('textarea') !== null) return event.preventDefault();
              dragged.current = index;
            }}
            onDragEnd={() => (dragged.current = null)}
            onDragOver={(event) => {
              if (dragged.current !== null) event.preventDefault();
            }}
            onDrop={(event) => {
              if (dragged.current === null) return;
              event.preventDefault();
              event.stopPropagation();
              move(dragged.current, index);
            }}
            onKeyDown={(event) => onKeyDown(event, index)}
          >
            <EditableLine
              bound={{
                type: 'line',
                label: one,
                name: `${capital(one)} ${index + 1}${owner}`,
                value: line,
                choices: {},
                problem: null,
                set: (text) => replace(index, text),
              }}
            />
            <button
              type="button"
              className={styles.chipButton}
              aria-label={`Remove ${line}`}
              onClick={() => replace(index, '')}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <NewLine words={`Add ${one}`} name={bound.name} onAdd={(text) => bound.set([...lines, text])} />
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
    </div>
  );
}

function ReadOnlyLines({ bound }: { readonly bound: Bound<readonly string[]> }) {
  if (bound.value.length === 0) return null;
  return (
    <ul aria-label={bound.name} className={styles.chips}>
      {bound.value.map((line, index) => (
        // Two lines may be the same.
        <li key={index}>
          <Tag>{line}</Tag>
        </li>
      ))}
    </ul>
  );
}

function arrowStep(key: string): number {
  if (key === 'ArrowLeft' || key === 'ArrowUp') return -1;
  return key === 'ArrowRight' || key === 'ArrowDown' ? 1 : 0;
}

function capital(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
