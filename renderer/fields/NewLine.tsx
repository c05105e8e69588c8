import { useRef, useState } from 'react';
import { useReadOnly } from '../session/session-context.ts';
import styles from './fields.module.css';

interface NewLineProps {
  /** What the button says: "Add other spelling". */
  readonly words: string;
  /** The list it adds to: "Other spellings of person Osama Rabie". */
  readonly name: string;
  readonly onAdd: (text: string) => void;
}

/** A button that becomes an input. Enter adds and waits for the next one; leaving adds; Escape gives up. */
export function NewLine({ words, name, onAdd }: NewLineProps) {
  const [text, setText] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isReadOnly = useReadOnly();
  const add = (next: string | null): void => {
    if (text !== null && text.trim() !== '') onAdd(text.trim());
    setText(next);
  };
  if (isReadOnly) return null;
  if (text === null) {
    return (
      <button
        ref={button}
        type="button"
        data-placeholder="hidden"
        className={styles.add}
        aria-label={`${words}: ${name}`}
        onClick={() => setText('')}
      >
        {words}
      </button>
    );
  }
  return (
    <input
      autoFocus
      aria-label={`New: ${name}`}
      className={styles.newLine}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={() => add(null)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Enter' && text.trim() !== '') add('');
        else {
          setText(null);
          // The button is there again once this has rendered.
          queueMicrotask(() => button.current?.focus());
        }
      }}
    />
  );
}
