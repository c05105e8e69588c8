import { Button, Dialog, ProgressBar, VisuallyHidden } from '../../ui/index.ts';
import type { CaptureItem } from './capture-item.ts';
import { isToBeAdded, isUnread } from './capture-queue.ts';
import type { CaptureQueue } from './capture-queue.ts';
import { sourcesWords } from './flow-words.ts';
import styles from './flow.module.css';
import { ItemRow } from './ItemRow.tsx';

interface ManyDialogProps {
  readonly items: readonly CaptureItem[];
  readonly queue: CaptureQueue;
  readonly today: string;
}

/** Several things that were brought at once: how far each is, what it is, and what is to become of it. */
export function ManyDialog({ items, queue, today }: ManyDialogProps) {
  const unread = items.filter(isUnread).length;
  const ready = items.filter(isToBeAdded).length;
  const isAdding = items.some(({ state }) => state.kind === 'adding');
  const added = items.filter(({ state }) => state.kind === 'added').length;
  const problems = items.filter(({ state }) => state.kind === 'problem').length;
  const left = items.filter(({ state, choice }) => state.kind === 'ready' && choice === 'skip').length;
  const done = isAdding ? added : items.length - unread;
  const words = [
    unread > 0 ? `${items.length - unread} of ${items.length} read` : `${items.length} read`,
    ...(added > 0 ? [`${added} added`] : []),
    ...(left > 0 ? [`${left} left out`] : []),
    ...(problems > 0 ? [problems === 1 ? '1 problem' : `${problems} problems`] : []),
  ].join(', ');
  const isOver = unread === 0 && ready === 0 && !isAdding;
  return (
    <Dialog
      title={`Add ${sourcesWords(items.length)}`}
      size="large"
      isOpen
      isDismissable={!isAdding}
      onOpenChange={(isOpen) => {
        if (!isOpen) queue.close();
      }}
      footer={
        isOver ? (
          <Button variant="primary" onPress={() => queue.close()}>
            Close
          </Button>
        ) : (
          <>
            <Button onPress={() => queue.close()}>{isAdding ? 'Stop' : 'Cancel all'}</Button>
            <Button
              variant="primary"
              isDisabled={unread > 0 || ready === 0 || isAdding}
              onPress={() => void queue.addAll()}
            >
              {ready === items.length || unread > 0 ? 'Add all' : `Add ${sourcesWords(ready)}`}
            </Button>
          </>
        )
      }
    >
      <div className={styles.progress}>
        {unread > 0 || isAdding ? (
          <ProgressBar
            label={isAdding ? 'Adding the sources' : 'Reading the files'}
            value={done}
            maxValue={items.length}
            valueLabel={words}
          />
        ) : (
          <p className={styles.tally}>{words}</p>
        )}
        <VisuallyHidden>
          <span role="status">{unread === 0 ? words : ''}</span>
        </VisuallyHidden>
      </div>
      <ul className={styles.items} aria-label="What was brought">
        {items.map((item) => (
          <ItemRow key={item.id} {...{ item, queue, today }} />
        ))}
      </ul>
    </Dialog>
  );
}
