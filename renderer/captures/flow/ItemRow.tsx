import { memo, useState } from 'react';
import { Button, classes, Disclosure, IconButton, VisuallyHidden } from '../../ui/index.ts';
import { nameOf, readOf } from './capture-item.ts';
import type { CaptureItem } from './capture-item.ts';
import type { CaptureQueue } from './capture-queue.ts';
import { DetailsForm } from './DetailsForm.tsx';
import { DuplicateChoice } from './DuplicateChoice.tsx';
import { fileWords, retryWords, stateWords } from './flow-words.ts';
import styles from './flow.module.css';

interface ItemRowProps {
  readonly item: CaptureItem;
  readonly queue: CaptureQueue;
  readonly today: string;
}

/** One of several: what it is called, how far it is, and below that what one is asked about it. */
export const ItemRow = memo(function ItemRow({ item, queue, today }: ItemRowProps) {
  const [isOpen, setOpen] = useState(false);
  const { id, state, duplicate, choice, isWrong } = item;
  const read = readOf(item);
  const name = nameOf(item);
  const canChange = state.kind === 'ready';
  const isShown = isOpen || isWrong;
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        <div className={styles.itemWords}>
          <span className={styles.itemName}>{name}</span>
          <span className={styles.itemMeta}>
            {read === null || state.kind === 'problem' ? '' : `${fileWords(read)} · `}
            <span className={classes(state.kind === 'problem' && styles.bad)}>{stateWords(item)}</span>
          </span>
        </div>
        {state.kind === 'problem' && state.canRetry && (
          <Button size="small" aria-label={`${retryWords(state)}: ${name}`} onPress={() => queue.tryAgain(id)}>
            {retryWords(state)}
          </Button>
        )}
        {state.kind !== 'adding' && state.kind !== 'added' && (
          <IconButton icon="close" label={`Leave out ${name}`} tip={false} onPress={() => queue.leaveOut(id)} />
        )}
      </div>
      {state.kind === 'problem' && <p className={styles.itemProblem}>{state.message}</p>}
      {canChange &&
        read?.notes.map(({ reason, message }) => (
          <p key={reason} className={styles.notice} role="note">
            {message}
          </p>
        ))}
      {canChange && duplicate !== null && (
        <DuplicateChoice
          {...{ duplicate, choice }}
          skip="Leave it out"
          onChoose={(chosen) => queue.choose(id, chosen)}
        />
      )}
      {canChange && choice === 'new' && (
        <Disclosure
          title={
            <span>
              Details<VisuallyHidden> of {name}</VisuallyHidden>
            </span>
          }
          className={styles.about}
          isExpanded={isShown}
          onExpandedChange={setOpen}
        >
          {isShown && <DetailsForm {...{ item, today }} onWrite={(field, value) => queue.write(id, field, value)} />}
        </Disclosure>
      )}
    </li>
  );
});
