import { EditableLine, RichProse, useStoryField } from '../fields/index.ts';
import { useReadOnly } from '../session/session-context.ts';
import { Beginning } from './Beginning.tsx';
import { NextEvent } from './NextEvent.tsx';
import styles from './story.module.css';

/** The head of the page: kicker, title, deck, what is expected next, and the overview. */
export function StoryHead() {
  const title = useStoryField('title');
  const isUnnamed = useReadOnly() && title.value === '';
  return (
    <>
      <header>
        <EditableLine bound={useStoryField('kicker')} className={styles.kicker} />
        <h1 className={styles.title}>
          {isUnnamed ? 'Untitled story' : <EditableLine bound={title} add="Untitled story" />}
        </h1>
        <EditableLine bound={useStoryField('deck')} className={styles.deck} />
      </header>
      <Beginning />
      <NextEvent />
      <section id="section-overview" aria-label="Overview" className={styles.overview}>
        <RichProse bound={useStoryField('overview')} add="Write the overview: what the story is, in a few paragraphs" />
      </section>
    </>
  );
}
