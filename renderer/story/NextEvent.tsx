import { daysBetween, dateInWords, isIsoDay } from '../../shared/story/dates/index.ts';
import type { StoryDate } from '../../shared/story/dates/index.ts';
import { setStoryField } from '../../shared/story/commands/set-field.ts';
import { CommandOrigin } from '../../shared/story/commands/writer.ts';
import { DayField, EditableLine, EditableText, localDay, readTypedDate, useStoryField } from '../fields/index.ts';
import type { Bound } from '../fields/index.ts';
import { useNow, useReadOnly, useSession } from '../session/session-context.ts';
import { countdown } from './next-event.ts';
import styles from './story.module.css';

/** What is expected next, how long until then, and the day that is counted from. */
export function NextEvent() {
  const title = useStoryField('nextTitle');
  const capturedOn = useStoryField('capturedOn');
  const expected = useExpected();
  const { words, passed } = useCountdown();
  const isReadOnly = useReadOnly();
  if (isReadOnly && title.value === '' && words === '' && capturedOn.value === null) return null;
  return (
    <div role="group" aria-label="Next expected event" className={styles.next}>
      <div className={styles.nextLine}>
        <EditableText
          bound={expected.bound}
          shown={words}
          typed={expected.bound.value === null ? words : dateInWords(expected.bound.value)}
          read={(text) => readTypedDate(text, expected.countFrom)}
          add="Add when"
          className={styles.countdown}
        />
        <EditableLine bound={title} add="Add what is expected next" className={styles.nextTitle} />
        <span className={styles.asOf}>
          <DayField bound={capturedOn} add="Add day of capture" />
        </span>
      </div>
      {passed !== '' && <p className={styles.passed}>{passed}.</p>}
    </div>
  );
}

function useCountdown() {
  const capturedOn = useStoryField('capturedOn').value;
  const date = useStoryField('nextDate').value;
  const inDays = useStoryField('nextInDays').value;
  return countdown({ capturedOn, date, inDays }, localDay(useNow()));
}

/** The expected date as the page shows it. Setting it keeps the printed number of days in agreement, in one step. */
function useExpected(): { readonly bound: Bound<StoryDate | null>; readonly countFrom: string } {
  const { writer, undo } = useSession();
  const now = useNow();
  const date = useStoryField('nextDate');
  const capturedOn = useStoryField('capturedOn').value;
  const set = (value: StoryDate | null): void => {
    const counted = value !== null && capturedOn !== null && isIsoDay(capturedOn) && isIsoDay(value.edtf);
    undo.step('story.nextDate');
    writer.doc.transact(() => {
      setStoryField(writer, 'nextDate', value);
      setStoryField(writer, 'nextInDays', counted ? daysBetween(capturedOn, value.edtf) : null);
    }, new CommandOrigin('set'));
  };
  return { bound: { ...date, set }, countFrom: capturedOn ?? localDay(now) };
}
