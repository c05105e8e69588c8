import type { CitedWork } from '../../../shared/citing/index.ts';
import { findSection } from '../../../shared/story/sections.ts';
import styles from './citations.module.css';

/** One thing that a citation leads to: its passage, its source, and how far it is trusted, in words. */
export function WorkWords({ work }: { readonly work: CitedWork }) {
  const { listed, quote, title, grade, locator } = work;
  if (listed === null)
    return <p className={styles.missing}>Source missing: it is in the trash, or not in this notebook.</p>;
  const isSource = listed.kind === 'sources';
  const what = isSource
    ? ''
    : `${findSection(listed.kind)?.names.one ?? 'Entry'} of this notebook; no source supports it yet`;
  const place = /^\d+$/.test(locator) ? `p. ${locator}` : locator;
  return (
    <div className={styles.work}>
      {quote !== '' && <blockquote className={styles.quote}>“{quote}”</blockquote>}
      <p className={styles.title}>{[title, place].filter((part) => part !== '').join(', ')}</p>
      <p className={styles.quiet}>{what || grade || 'Not graded'}</p>
    </div>
  );
}
