import { useEffect } from 'react';
import type { News } from '../../shared/history/news.ts';
import { useOpenSession } from '../session/session-context.ts';
import { Button, Spinner, toasts } from '../ui/index.ts';
import { sectionWords } from './comparison-words.ts';
import { dateWords } from './day-words.ts';
import { useHistory } from './history-context.ts';
import { LongList } from './LongList.tsx';
import styles from './news.module.css';
import { authorsWords } from './news-words.ts';
import { HeadNews, NewsRow, useUnnamed } from './NewsItems.tsx';
import { ownSessions } from './own-sessions.ts';
import { sinceWords } from './since.ts';
import type { Since } from './since.ts';
import { useAnswer } from './use-answer.ts';

interface NewsPanelProps {
  readonly since: Since;
  /** It came by itself: where there is nothing after all, it goes by itself. */
  readonly isUnasked: boolean;
  /** `upTo`: the last row of the journal that was looked at. */
  readonly onDone: (upTo?: number) => void;
}

/** What changed since a moment, by section; each leads to its entry. */
export function NewsPanel({ since, isUnasked, onDone }: NewsPanelProps) {
  const history = useHistory();
  const { id } = useOpenSession();
  const from = since.type === 'looked' ? { row: since.row } : { kept: since.kept };
  const { value: news, problem } = useAnswer(JSON.stringify(from), (options) =>
    history.news({ since: from, ignoring: since.type === 'looked' ? ownSessions(id) : [] }, options),
  );
  const isNothing = news !== null && news.entries === 0 && news.story.length === 0;
  useEffect(() => {
    if (isUnasked && isNothing) onDone(news?.upTo);
    // Once for the answer.
  }, [isUnasked, isNothing]); // eslint-disable-line react-hooks/exhaustive-deps
  useEffect(() => {
    if (!isUnasked || problem === null) return;
    // Nobody asked: a message is enough, and it is not looked at.
    toasts.show({ message: `What changed since you last looked could not be read. ${problem}`, tone: 'error' });
  }, [isUnasked, problem]);
  if (isUnasked && (news === null || isNothing)) return null;
  return (
    <section aria-label={sinceWords(since)} className={styles.panel}>
      <header className={styles.head}>
        <h2 className={styles.title}>{sinceWords(since)}</h2>
        <Button size="small" variant="primary" onPress={() => onDone(news?.upTo)}>
          Done
        </Button>
      </header>
      {problem !== null && <p role="alert">{problem}</p>}
      {news === null && problem === null && <Spinner label="Reading the history" />}
      {isNothing && <p className={styles.quiet}>Nothing has changed since then.</p>}
      {news !== null && !isNothing && <Contents news={news} />}
    </section>
  );
}

function Contents({ news }: { readonly news: News }) {
  const unnamed = useUnnamed();
  return (
    <div className={styles.contents}>
      <p className={styles.quiet}>
        {authorsWords(news.authors, unnamed)}
        {news.from !== null && news.to !== null && `, ${rangeWords(news.from, news.to)}`}
      </p>
      {news.story.length > 0 && <HeadNews fields={news.story} />}
      {news.sections.map(({ kind, items }) => (
        <section key={kind} aria-label={`Changed: ${sectionWords(kind)}`}>
          <h3 className={styles.section}>{sectionWords(kind)}</h3>
          <LongList items={items}>{(item) => <NewsRow key={item.ref.id} item={item} />}</LongList>
        </section>
      ))}
    </div>
  );
}

function rangeWords(from: number, to: number): string {
  const [first, last] = [dateWords(from), dateWords(to)];
  return first === last ? first : `${first} to ${last}`;
}
