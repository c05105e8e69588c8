import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-aria-components/Link';
import type { NotebookInfo } from '../persistence/library-entry.ts';
import type { Library } from '../persistence/library.ts';
import { momentWords, toasts } from '../ui/index.ts';
import { countWords } from './count-words.ts';
import styles from './Home.module.css';
import { MoreButton } from './MoreButton.tsx';
import { countdownTo } from './countdown-to.ts';
import { expectedDay } from './expected-day.ts';

/** Not part of the first picture, and large: they follow it. */
const RowMenu = lazy(async () => ({ default: (await import('./RowMenu.tsx')).RowMenu }));
const RenameDialog = lazy(async () => ({ default: (await import('./RenameDialog.tsx')).RenameDialog }));

/** Dates that are not plain days need the whole reading of dates, which follows the first picture. */
const ExpectedWords = lazy(async () => ({ default: (await import('./ExpectedWords.tsx')).ExpectedWords }));

interface NotebookRowProps {
  readonly info: NotebookInfo;
  readonly library: Library;
  readonly today: string;
  /** How it is shared, in words; null where it is not. */
  readonly sharing: string | null;
  readonly onOpen: () => void;
}

/** One notebook: what it is called, what it waits for, what it holds. */
export function NotebookRow({ info, library, today, sharing, onOpen }: NotebookRowProps) {
  const [renaming, setRenaming] = useState(false);
  const { next } = info;
  const opened = info.openedAt === null ? 'not opened yet' : `opened ${momentWords(info.openedAt, new Date())}`;
  const rename = async (title: string): Promise<void> => {
    setRenaming(false);
    const renamed = await library.rename(info.id, title);
    if (!renamed.ok) toasts.show({ message: `Not renamed. ${renamed.error.message}`, tone: 'error' });
  };
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link className={styles.name ?? ''} onPress={onOpen}>
          {info.title}
        </Link>
        {next !== null && (
          <p className={styles.next}>
            <NextEventTime next={next} today={today} />
            <span>{next.title}</span>
          </p>
        )}
        <p className={styles.meta}>
          {sharing !== null && `${sharing} · `}
          {countWords(info.counts)} · {opened}
          {info.recovered && ' · found on this computer, was not in the list'}
        </p>
      </div>
      <div className={styles.above}>
        <Suspense fallback={<MoreButton title={info.title} />}>
          <RowMenu info={info} library={library} isShared={sharing !== null} onRename={() => setRenaming(true)} />
        </Suspense>
      </div>
      {renaming && (
        <Suspense>
          <RenameDialog
            title={info.title}
            onRename={(title) => void rename(title)}
            onCancel={() => setRenaming(false)}
          />
        </Suspense>
      )}
    </li>
  );
}

function NextEventTime({ next, today }: { readonly next: NonNullable<NotebookInfo['next']>; readonly today: string }) {
  if (next.date === null) return null;
  const countdown = countdownTo(next.date, today);
  if (countdown !== null) return <span className={styles.when}>{countdown}</span>;
  const day = expectedDay(next.date, today);
  if (day !== null) return <span className={styles.then}>{day}</span>;
  return (
    // Nothing is said until it is known whether it is still ahead.
    <Suspense>
      <span className={styles.then}>
        <ExpectedWords date={next.date} today={today} />
      </span>
    </Suspense>
  );
}
