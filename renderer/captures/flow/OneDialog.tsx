import { Button, Dialog, ProgressBar } from '../../ui/index.ts';
import type { CaptureItem, ReadItem } from './capture-item.ts';
import { nameOf } from './capture-item.ts';
import type { CaptureQueue } from './capture-queue.ts';
import { DetailsForm } from './DetailsForm.tsx';
import { DuplicateChoice } from './DuplicateChoice.tsx';
import { captureTitle, fileWords, retryWords } from './flow-words.ts';
import styles from './flow.module.css';
import { VersionSummary } from './VersionSummary.tsx';

interface OneDialogProps {
  readonly item: CaptureItem;
  readonly queue: CaptureQueue;
  readonly today: string;
  /** The source it is a new version of, with the SHA-256 of what that was captured as last; null where it is one of its own. */
  readonly into: { readonly title: string; readonly latest: string | null; readonly isFirst: boolean } | null;
  /** Shows a source that is here already. */
  readonly onOpen: (source: string) => void;
}

/** One thing that was brought: read, confirmed, added. */
export function OneDialog({ item, queue, today, into, onOpen }: OneDialogProps) {
  const { state } = item;
  const onCancel = (): void => queue.close();
  if (state.kind === 'ready') return <Ready {...{ item, queue, today, into, onOpen }} read={state.read} />;
  if (state.kind === 'problem') {
    return (
      <Dialog
        title={into === null ? `“${nameOf(item)}” was not added` : 'Nothing was captured'}
        isOpen
        onOpenChange={(isOpen) => {
          if (!isOpen) onCancel();
        }}
        footer={
          <>
            {state.canRetry && <Button onPress={() => queue.tryAgain(item.id)}>{retryWords(state)}</Button>}
            <Button variant="primary" autoFocus onPress={onCancel}>
              Close
            </Button>
          </>
        }
      >
        <p className={styles.words}>{state.message}</p>
      </Dialog>
    );
  }
  const pages = state.kind === 'reading' ? state.pages : null;
  return (
    <Dialog
      title={state.kind === 'adding' ? 'Adding' : 'Reading'}
      size="small"
      isOpen
      isDismissable={state.kind !== 'adding'}
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
      {...(state.kind === 'adding' ? {} : { footer: <Button onPress={onCancel}>Cancel</Button> })}
    >
      <ProgressBar
        label={`${state.kind === 'adding' ? 'Adding' : 'Reading'} “${nameOf(item)}”`}
        {...(pages === null
          ? { isIndeterminate: true }
          : { value: pages.done, maxValue: pages.total, valueLabel: `page ${pages.done} of ${pages.total}` })}
      />
    </Dialog>
  );
}

function Ready({ item, queue, today, into, onOpen, read }: OneDialogProps & { readonly read: ReadItem }) {
  const { duplicate, choice } = item;
  const isUnchanged = into?.latest === read.hash;
  const found = choice === 'skip' ? (duplicate?.source ?? null) : null;
  const add = (): void => {
    if (found === null) return void queue.addAll();
    queue.close();
    onOpen(found);
  };
  return (
    <Dialog
      title={into === null ? 'About this source' : captureTitle(into)}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) queue.close();
      }}
      footer={
        isUnchanged ? (
          <Button variant="primary" autoFocus onPress={() => queue.close()}>
            Close
          </Button>
        ) : (
          <>
            <Button onPress={() => queue.close()}>Cancel</Button>
            <Button variant="primary" autoFocus={into !== null || duplicate !== null} onPress={add}>
              {into?.isFirst === true
                ? 'Add'
                : choice === 'version'
                  ? 'Add as a new version'
                  : found === null
                    ? 'Add source'
                    : 'Open that source'}
            </Button>
          </>
        )
      }
    >
      {into !== null && <VersionSummary isFirst={into.isFirst} {...{ isUnchanged }} readsTheSame={read.readsTheSame} />}
      {duplicate !== null && (
        <DuplicateChoice
          {...{ duplicate, choice }}
          skip="Open the source that is here"
          onChoose={(chosen) => queue.choose(item.id, chosen)}
        />
      )}
      {read.notes.map(({ reason, message }) => (
        <p key={reason} className={styles.notice} role="note">
          {message}
        </p>
      ))}
      {into === null && choice === 'new' && (
        <DetailsForm
          {...{ item, today }}
          autoFocus={duplicate === null}
          onWrite={(field, value) => queue.write(item.id, field, value)}
        />
      )}
      <figure className={styles.excerpt}>
        <figcaption>
          {read.name}: {fileWords(read)}.{read.begins.trim() !== '' && ' It begins'}
        </figcaption>
        {read.begins.trim() !== '' && <blockquote>{oneLine(read.begins)}</blockquote>}
      </figure>
    </Dialog>
  );
}

/** How a text begins, on one line. */
function oneLine(text: string): string {
  const start = text.replace(/\s+/g, ' ').trim();
  return start.length > 280 ? `${start.slice(0, 279).trimEnd()}…` : start;
}
