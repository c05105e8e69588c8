import { useCallback, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import type { ChangedField } from '../../shared/history/change.ts';
import type { NewsField, NewsItem } from '../../shared/history/news.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { useAuthor } from '../session/author.ts';
import { goToEntry } from '../session/place-of.ts';
import { useOpenSession, useView } from '../session/session-context.ts';
import { Disclosure } from '../ui/index.ts';
import { DifferenceView } from './DifferenceView.tsx';
import { quoted } from './history-words.ts';
import styles from './news.module.css';
import { doneWords, authorsWords } from './news-words.ts';

/** What changed of what a notebook has once. */
export function HeadNews({ fields, fieldAction }: NewsFieldsProps) {
  const view = useView();
  return (
    <section aria-label="Changed: head and overview">
      <h3 className={styles.section}>
        <button type="button" className={styles.link} onClick={() => view.go({ view: 'story' }, null)}>
          Head and overview
        </button>
      </h3>
      <NewsFields fields={fields} fieldAction={fieldAction} />
    </section>
  );
}

interface NewsRowProps extends Pick<NewsFieldsProps, 'fieldAction'> {
  readonly item: NewsItem;
  /** What can be done about it, beside its words. */
  readonly action?: ReactNode;
}

/** One entry that changed: it leads there, and opened it shows the differences. */
export function NewsRow({ item, action, fieldAction }: NewsRowProps) {
  const view = useView();
  const { reader } = useOpenSession();
  const { ref, title, fields, authors } = item;
  const unnamed = useUnnamed();
  const isThere = useTitleNow(ref) !== null;
  const name = title === '' ? quoted(title) : title;
  return (
    <li className={styles.item}>
      <div className={styles.itemHead}>
        {isThere ? (
          <button type="button" className={styles.link} onClick={() => goToEntry(view, reader, ref)}>
            {name}
          </button>
        ) : (
          <button type="button" className={styles.link} onClick={() => view.go({ view: 'trash' })}>
            {name}
          </button>
        )}
        <span className={styles.quiet}>
          {doneWords(item)} · {authorsWords(authors, unnamed)}
        </span>
        {action}
      </div>
      {fields.length > 0 && (
        <Disclosure title={<span className={styles.quiet}>Differences</span>}>
          <NewsFields fields={fields} fieldAction={fieldAction} />
        </Disclosure>
      )}
    </li>
  );
}

interface NewsFieldsProps {
  readonly fields: readonly NewsField[];
  /** What can be done about one, beside its name. */
  readonly fieldAction?: ((field: ChangedField) => ReactNode) | undefined;
}

/** The fields that changed, with their differences. */
export function NewsFields({ fields, fieldAction }: NewsFieldsProps) {
  return (
    <dl className={styles.fields}>
      {fields.map(({ field, difference }) => (
        <div key={field.name}>
          <dt className={styles.fieldName}>
            <span className={styles.quiet}>{field.label}</span>
            {fieldAction?.(field)}
          </dt>
          <dd>
            <DifferenceView difference={difference} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Who has said no name: oneself, as long as one has not either, for nobody shares a notebook without a name. */
export function useUnnamed(): string {
  return useAuthor().name === '' ? 'you' : 'somebody unnamed';
}

/** What an entry is called in the notebook as it is now, whatever is shown of it; null where it is not there. */
export function useTitleNow(ref: EntryRef): string | null {
  const { reader } = useOpenSession();
  return useSyncExternalStore(
    useCallback((listener: () => void) => reader.onEntry(ref.kind, ref.id, listener), [reader, ref.kind, ref.id]),
    () => reader.titleOf(ref),
  );
}
