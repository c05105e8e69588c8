import { useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Bound } from './bound.ts';
import styles from './fields.module.css';
import { Offered } from './Offered.tsx';
import { Resting } from './Resting.tsx';
import { Unreadable } from './Unreadable.tsx';
import { useLeaving } from './use-leaving.ts';
import { offeredWords } from './used-words.ts';
import { useCaret, useInPlace } from './use-in-place.ts';

/** What typed words say: a value, perhaps with a sentence about how they were read, or why they say nothing. */
export type TextReading<T> =
  { readonly ok: true; readonly value: T; readonly readAs?: string } | { readonly ok: false; readonly message: string };

export interface EditableTextProps<T> {
  readonly bound: Bound<T>;
  /** The words at rest; '' where there is nothing. */
  readonly shown: string;
  /** What the editor starts with. */
  readonly typed: string;
  readonly read: (text: string) => TextReading<T>;
  readonly add?: string | undefined;
  /** Whether the button that adds shows also on a page that keeps quiet about what is missing. */
  readonly lasting?: boolean | undefined;
  /** The type style, for both states. */
  readonly className?: string | undefined;
}

/** One line of words edited in place. Enter and leaving commit, Escape takes back; words that say nothing stay open. */
export function EditableText<T>({ bound, shown, typed, read, add, lasting, className }: EditableTextProps<T>) {
  const place = useInPlace();
  const addWords = add ?? `Add ${bound.label.toLowerCase()}`;
  if (!place.editing && bound.problem !== null)
    return <Unreadable name={bound.name} problem={bound.problem} onReplace={() => place.begin(null)} />;
  return (
    <span className={[styles.field, className].filter(Boolean).join(' ')}>
      {place.editing ? (
        <LineEditor
          name={bound.name}
          typed={typed}
          caret={place.caret}
          read={read}
          used={bound.used}
          onDone={(value, byKey) => {
            if (value !== undefined) bound.set(value);
            place.end(byKey);
          }}
        />
      ) : (
        <Resting
          place={place}
          name={bound.name}
          text={shown}
          add={addWords}
          lasting={lasting}
          none={`No ${bound.label.toLowerCase()}`}
        />
      )}
    </span>
  );
}

interface LineEditorProps<T> {
  readonly name: string;
  readonly typed: string;
  readonly caret: number | null;
  readonly read: (text: string) => TextReading<T>;
  readonly used: (() => readonly string[]) | undefined;
  /** `undefined` where nothing is to be written. */
  readonly onDone: (value: T | undefined, byKey: boolean) => void;
}

function LineEditor<T>({ name, typed, caret, read, used, onDone }: LineEditorProps<T>) {
  const [start] = useState(typed);
  const [text, setText] = useState(typed);
  // What the offered words are narrowed by: what was typed, not what an arrow key put there.
  const [wanted, setWanted] = useState('');
  const [refused, setRefused] = useState(false);
  const done = useRef(false);
  const [words] = useState(() => used?.() ?? []);
  const offered = offeredWords(words, wanted);
  const ref = useCaret(caret);
  const noteId = useId();
  const reading = read(text);
  const finish = (value: T | undefined, byKey: boolean): void => {
    if (done.current) return;
    done.current = true;
    onDone(value, byKey);
  };
  const commit = (byKey: boolean): void => {
    // Untouched words are not written: what somebody else wrote meanwhile stays.
    if (text === start) finish(undefined, byKey);
    else if (reading.ok) finish(reading.value, byKey);
    else setRefused(true);
  };
  useLeaving(() => {
    if (text !== start && reading.ok) finish(reading.value, false);
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && offered.length > 0 && !event.altKey) {
      event.preventDefault();
      const at = offered.indexOf(text);
      const next = at < 0 && step < 0 ? -1 : at + step;
      setText(offered.at(next % offered.length) ?? text);
    }
    if (event.key === 'Enter' || event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      if (event.key === 'Enter') commit(true);
      else finish(undefined, true);
    }
  };
  const note = reading.ok ? (text === start ? undefined : reading.readAs) : reading.message;
  const isError = refused && !reading.ok;
  return (
    <>
      <textarea
        ref={ref}
        rows={1}
        aria-label={name}
        aria-invalid={isError}
        aria-describedby={note === undefined ? undefined : noteId}
        className={styles.input}
        value={text}
        onChange={(event) => {
          const next = event.currentTarget.value.replace(/\s*\n\s*/g, ' ');
          setText(next);
          setWanted(next);
        }}
        onKeyDown={onKeyDown}
        onBlur={(event) => {
          // When the whole window loses the focus the field keeps it, and goes on being edited.
          if (document.activeElement !== event.currentTarget) commit(false);
        }}
      />
      <span id={noteId} role="status" className={isError ? styles.error : styles.note} hidden={note === undefined}>
        {note}
      </span>
      <Offered
        words={offered}
        name={name}
        onPick={(one) => {
          const picked = read(one);
          if (picked.ok) finish(picked.value, true);
        }}
      />
    </>
  );
}
