import { useRef, useState } from 'react';
import { refKey, sameRef } from '../../shared/story/ref.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { useReadOnly, useTitle, useView } from '../session/session-context.ts';
import { Tag } from '../ui/index.ts';
import type { Bound } from './bound.ts';
import styles from './fields.module.css';
import { RefPicker } from './RefPicker.tsx';
import { singular } from './singular.ts';
import { UnreadableList } from './Unreadable.tsx';

/** References to people and organizations: names that follow renaming, and a picker to add one. */
export function RefsField({ bound }: { readonly bound: Bound<readonly EntryRef[]> }) {
  const [adding, setAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const isReadOnly = useReadOnly();
  if (bound.problem !== null) return <UnreadableList bound={bound} />;
  const refs = bound.value;
  const leave = (refocus: boolean): void => {
    setAdding(false);
    if (refocus) queueMicrotask(() => addButton.current?.focus());
  };
  return (
    <div role="group" aria-label={bound.name} className={styles.chips}>
      {refs.map((ref) => (
        <RefTag
          key={refKey(ref)}
          target={ref}
          onRemove={isReadOnly ? undefined : () => bound.set(refs.filter((one) => !sameRef(one, ref)))}
        />
      ))}
      {isReadOnly ? null : adding ? (
        <RefPicker
          name={`Add to ${bound.name}`}
          taken={refs}
          onPick={(ref) => {
            bound.set([...refs, ref]);
            leave(true);
          }}
          onLeave={leave}
        />
      ) : (
        <button
          ref={addButton}
          type="button"
          data-placeholder="hidden"
          className={styles.add}
          aria-label={`Add ${singular(bound.label)}: ${bound.name}`}
          onClick={() => setAdding(true)}
        >
          Add {singular(bound.label)}
        </button>
      )}
    </div>
  );
}

/** One reference by its present name. Pressing it chooses the entry; one that is gone says so and can be removed. */
function RefTag({ target, onRemove }: { readonly target: EntryRef; readonly onRemove: (() => void) | undefined }) {
  const title = useTitle(target);
  const view = useView();
  const removing = onRemove === undefined ? {} : { onRemove };
  return title === null ? (
    <Tag {...removing}>Not in this notebook now</Tag>
  ) : (
    <Tag onPress={() => view.select(target)} {...removing}>
      {title}
    </Tag>
  );
}
