import type { KeyboardEvent } from 'react';
import { useSession } from '../session/session-context.ts';
import type { Bound } from './bound.ts';
import styles from './fields.module.css';
import { Resting } from './Resting.tsx';
import { Unreadable } from './Unreadable.tsx';
import { useCaret, useInPlace } from './use-in-place.ts';
import { useMergedTyping } from './use-merged-typing.ts';

interface EditableProseProps {
  readonly bound: Bound<string>;
  readonly add?: string;
  readonly lasting?: boolean;
  readonly className?: string | undefined;
}

/** Paragraphs, edited in place and stored as one types. Mod+Enter and leaving end it, Escape takes back all of it. */
export function EditableProse({ bound, add, lasting, className }: EditableProseProps) {
  const place = useInPlace();
  const addWords = add ?? `Add ${bound.label.toLowerCase()}`;
  if (!place.editing && bound.problem !== null)
    return <Unreadable name={bound.name} problem={bound.problem} onReplace={() => place.begin(null)} />;
  return (
    <span className={[styles.field, className].filter(Boolean).join(' ')}>
      {place.editing ? (
        <ProseEditor bound={bound} caret={place.caret} onDone={place.end} />
      ) : (
        <Resting place={place} name={bound.name} text={bound.value} add={addWords} lasting={lasting} multiline />
      )}
    </span>
  );
}

interface ProseEditorProps {
  readonly bound: Bound<string>;
  readonly caret: number | null;
  readonly onDone: (byKey: boolean) => void;
}

function ProseEditor({ bound, caret, onDone }: ProseEditorProps) {
  const ref = useCaret(caret);
  const { undo } = useSession();
  const { text, type, store, revert } = useMergedTyping(bound, ref);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const modified = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    // Whatever a shortcut does next, it finds what was typed.
    if (modified) store();
    const isUndo = modified && (key === 'z' || key === 'y');
    if (key !== 'escape' && !(key === 'enter' && modified) && !isUndo) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'escape') revert();
    if (!isUndo) onDone(true);
    // What is typed here is stored as it is typed, so the window's one line of steps takes it back, caret and all.
    else if (key === 'y' || event.shiftKey) void undo.redoAny();
    else void undo.undoAny();
  };
  return (
    <textarea
      ref={ref}
      rows={1}
      aria-label={bound.name}
      className={styles.input}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        store();
        // When the whole window loses the focus the field keeps it, and goes on being edited.
        if (document.activeElement !== event.currentTarget) onDone(false);
      }}
    />
  );
}
