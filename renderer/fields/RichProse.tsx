import { useRef, useState } from 'react';
import { plainFromRich } from '../../shared/story/rich-text.ts';
import type { RichText } from '../../shared/story/rich-text.ts';
import { prepareRichText, RichTextField, RichTextView } from '../editor/index.ts';
import { useSession } from '../session/session-context.ts';
import type { Bound } from './bound.ts';
import styles from './fields.module.css';
import { Resting } from './Resting.tsx';
import { Unreadable } from './Unreadable.tsx';
import { useInPlace } from './use-in-place.ts';

interface RichProseProps {
  readonly bound: Bound<RichText>;
  readonly add?: string;
}

/** Paragraphs with bold, italic and links, edited in place and stored as one types. */
export function RichProse({ bound, add }: RichProseProps) {
  const place = useInPlace();
  const plain = plainFromRich(bound.value);
  if (!place.editing && bound.problem !== null)
    return <Unreadable name={bound.name} problem={bound.problem} onReplace={() => place.begin(0)} />;
  return (
    <div className={styles.field} onPointerEnter={prepareRichText} onFocus={prepareRichText}>
      {place.editing ? (
        <RichWriting bound={bound} caret={Math.min(place.caret ?? Infinity, plain.length)} onDone={place.end} />
      ) : (
        <Resting
          place={place}
          name={bound.name}
          text={plain.trim()}
          add={add ?? `Add ${bound.label.toLowerCase()}`}
          lasting
          multiline
        >
          <RichTextView value={bound.value} />
        </Resting>
      )}
    </div>
  );
}

interface RichWritingProps {
  readonly bound: Bound<RichText>;
  readonly caret: number;
  readonly onDone: (byKey: boolean) => void;
}

function RichWriting({ bound, caret, onDone }: RichWritingProps) {
  const { undo } = useSession();
  const [before] = useState(bound.value);
  const written = useRef<RichText | null>(null);
  const cancel = (): void => {
    // Taken back only where nobody else wrote into it meanwhile: their words are not ours to take.
    if (written.current !== null && JSON.stringify(written.current) === JSON.stringify(bound.value)) {
      undo.step();
      bound.set(before);
    }
    onDone(true);
  };
  return (
    <div className={styles.writing}>
      <RichTextField
        label={bound.name}
        value={bound.value}
        autoFocus={caret}
        onChange={(value) => {
          written.current = value;
          bound.set(value);
        }}
        onSubmit={() => onDone(true)}
        onCancel={cancel}
        onBlur={() => {
          // When the whole window loses the focus the field keeps it, and goes on being edited.
          if (document.hasFocus()) onDone(false);
        }}
      />
    </div>
  );
}
