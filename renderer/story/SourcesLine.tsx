import { NumberField, useStoryField } from '../fields/index.ts';
import { useIds, useReadOnly, useView } from '../session/session-context.ts';
import { Button } from '../ui/index.ts';
import styles from './story.module.css';

/** How many sources the page says it has, beside how many are known here. */
export function SourcesLine() {
  const declared = useStoryField('declaredSourceCount');
  const known = useIds('sources').length;
  const view = useView();
  const isReadOnly = useReadOnly();
  if (isReadOnly && known === 0 && declared.value === null) return null;
  return (
    <section id="section-sources" aria-labelledby="heading-sources" className={styles.sources}>
      <h2 id="heading-sources" className={styles.sourcesHeading}>
        Sources
      </h2>
      <p className={styles.sourcesWords}>
        <span>{known === 0 ? 'None in this notebook yet' : `${known.toLocaleString('en')} in this notebook`}</span>
        <span className={styles.declared}>
          <NumberField bound={declared} add="Add how many the page declares" />
          {declared.value !== null && 'declared by the page'}
        </span>
      </p>
      <Button variant="quiet" size="small" onPress={() => view.go({ view: 'sources' })}>
        Open sources
      </Button>
    </section>
  );
}
