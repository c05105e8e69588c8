import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useReadOnly } from '../session/session-context.ts';
import styles from './fields.module.css';
import { offsetAt } from './use-in-place.ts';
import type { InPlace } from './use-in-place.ts';

interface RestingProps {
  readonly place: InPlace;
  /** The accessible name: "Title of event Salvage firm named". */
  readonly name: string;
  readonly text: string;
  /** What the button says while there is nothing: "Add role". */
  readonly add: string;
  /** Whether that button shows also where the page keeps quiet about what is missing. */
  readonly lasting?: boolean | undefined;
  readonly multiline?: boolean;
  /** What stands in place of a lasting line that is empty and can only be read: "No title". */
  readonly none?: string;
  /** What is shown where the text has marks. */
  readonly children?: ReactNode;
}

/** A field at rest: its text, or a quiet button where there is none. Click, Enter or F2 edits; not what can only be read. */
export function Resting({
  place,
  name,
  text,
  add,
  lasting = false,
  multiline = false,
  none = '',
  children,
}: RestingProps) {
  const { rest, begin } = place;
  const isReadOnly = useReadOnly();
  const Tag = children === undefined ? 'span' : 'div';
  if (isReadOnly && text === '') return lasting && !multiline ? <span className={styles.nothing}>{none}</span> : null;
  if (isReadOnly) return <Tag className={styles.reading}>{children ?? text}</Tag>;
  if (text === '') {
    return (
      <button
        ref={rest}
        type="button"
        data-placeholder={lasting ? 'shown' : 'hidden'}
        className={styles.add}
        aria-label={`${add}: ${name}`}
        onClick={() => begin(0)}
      >
        {add}
      </button>
    );
  }
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    // A link is followed. Somebody who drew a selection wants to copy, not to write.
    if (event.target instanceof Element && event.target.closest('a') !== null) return;
    if (window.getSelection()?.isCollapsed === false) return;
    begin(offsetAt(event.currentTarget, event.clientX, event.clientY));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' && event.key !== 'F2') return;
    if (event.target !== event.currentTarget) return;
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    begin(multiline ? Infinity : null);
  };
  return (
    <Tag
      ref={rest}
      role="textbox"
      aria-label={name}
      aria-readonly="true"
      aria-multiline={multiline}
      tabIndex={0}
      className={styles.rest}
      onClick={onClick}
      onKeyDown={onKeyDown}
    >
      {children ?? text}
    </Tag>
  );
}
