import { useEffect, useRef } from 'react';
import type { Briefing } from '../../../shared/history/briefing.ts';
import type { ChangedField } from '../../../shared/history/change.ts';
import { refKey, sameRef } from '../../../shared/story/ref.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { Button, IconButton, Spinner } from '../../ui/index.ts';
import { sectionWords } from '../comparison-words.ts';
import { LongList } from '../LongList.tsx';
import news from '../news.module.css';
import { HeadNews } from '../NewsItems.tsx';
import type { Asked } from '../use-answer.ts';
import type { Absence } from './absences.ts';
import { absenceWords, offerWords } from './briefing-words.ts';
import styles from './briefing.module.css';
import { CollisionItem } from './CollisionItem.tsx';
import { PutBackField } from './PutBackField.tsx';
import { TheirItem } from './TheirItem.tsx';

interface BriefingPanelProps {
  readonly absences: readonly Absence[];
  readonly asked: Asked<readonly Briefing[]>;
  /** It was read: it is not offered again. */
  readonly onDone: () => void;
  /** It is put aside, and offered again at the next start. */
  readonly onClose: () => void;
}

/** What teammates changed during an absence: what met one's own changes first, then the rest by section. */
export function BriefingPanel({ absences, asked, onDone, onClose }: BriefingPanelProps) {
  const { value, problem } = asked;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const isNothing = absences.length === 0 || (value !== null && value.every(({ things }) => things === 0));
  return (
    // Escape closes it from wherever in it the focus is; it is no control itself.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label="While you were away"
      className={news.panel}
      data-part="briefing"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // It does nothing else then.
        event.preventDefault();
        onClose();
      }}
    >
      <header className={news.head}>
        <h2 ref={title} tabIndex={-1} className={news.title}>
          While you were away
        </h2>
        <span className={styles.offerButtons}>
          <Button size="small" variant="primary" onPress={onDone}>
            Mark as read
          </Button>
          <IconButton icon="close" size="small" label="Close, and keep for later" onPress={onClose} />
        </span>
      </header>
      {problem !== null && <p role="alert">{problem}</p>}
      {!isNothing && value === null && problem === null && <Spinner label="Reading the history" />}
      {isNothing && problem === null && <p className={news.quiet}>Nobody else changed anything while you were away.</p>}
      {value !== null && !isNothing && (
        <div className={news.contents}>
          <p className={news.quiet}>{offerWords(value)}.</p>
          {value.map((briefing, at) => {
            const absence = absences[at];
            if (absence === undefined || briefing.things === 0) return null;
            return (
              <div key={absence.until}>
                <p className={styles.absence}>{absenceWords(absence)}</p>
                <Contents briefing={briefing} since={absence.since} />
              </div>
            );
          })}
        </div>
      )}
    </section>
  );
}

interface ContentsProps {
  readonly briefing: Briefing;
  /** When the absence began. */
  readonly since: number;
}

function Contents({ briefing: { collisions, theirs, reversible }, since }: ContentsProps) {
  const fieldAction = (ref: EntryRef | null, field: ChangedField, title: string) =>
    reversible.some((one) => one.field === field.name && sameRef(one.ref, ref)) && (
      <PutBackField place={{ ref, field: field.name }} field={field} title={title} since={since} />
    );
  return (
    <>
      {collisions.length > 0 && (
        <section aria-label="Beside changes of yours">
          <h3 className={news.section}>Beside changes of yours</h3>
          <LongList items={collisions}>
            {(collision) => (
              <CollisionItem
                key={`${collision.type} ${collision.ref === null ? '' : refKey(collision.ref)} ${collision.type === 'field' ? collision.field.name : ''}`}
                collision={collision}
              />
            )}
          </LongList>
        </section>
      )}
      {theirs.story.length > 0 && (
        <HeadNews fields={theirs.story} fieldAction={(field) => fieldAction(null, field, '')} />
      )}
      {theirs.sections.map(({ kind, items }) => (
        <section key={kind} aria-label={`Changed by others: ${sectionWords(kind)}`}>
          <h3 className={news.section}>{sectionWords(kind)}</h3>
          <LongList items={items}>
            {(item) => (
              <TheirItem
                key={item.ref.id}
                item={item}
                fieldAction={(field) => fieldAction(item.ref, field, item.title)}
              />
            )}
          </LongList>
        </section>
      ))}
    </>
  );
}
