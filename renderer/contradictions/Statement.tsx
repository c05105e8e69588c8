import { gradeWords, quoteOf, sourceName } from '../../shared/evidence/index.ts';
import type { LedgerStatement } from '../../shared/evidence/index.ts';
import { dateInWords } from '../../shared/story/dates/index.ts';
import { wholeStory } from '../../shared/story/evidence-ends.ts';
import { section } from '../../shared/story/sections.ts';
import { goToEntry } from '../session/place-of.ts';
import { useSession, useView } from '../session/session-context.ts';
import { classes } from '../ui/index.ts';
import styles from './contradictions.module.css';
import { fieldName, statementWords } from './row-words.ts';

const { relation: relations } = section('evidence').fields;

interface StatementProps {
  readonly statement: LedgerStatement;
  /** Whether it needs to be said of which field it is. */
  readonly namesField: boolean;
}

/** One side: what is said, of what, as of when, by whom, and the grades in words. */
export function Statement({ statement, namesField }: StatementProps) {
  const { reader } = useSession();
  const view = useView();
  const { about, link, relation, scope, asOf } = statement;
  const words = statementWords(reader, statement);
  const isValue = statement.value !== '' && statement.value.length <= longValue;
  const quote = link === null ? '' : quoteOf(reader, link);
  const grades = link === null ? '' : gradeWords(reader, link);
  const open = (): void => {
    if (link?.source !== null && link?.source !== undefined) {
      const { source, passage } = link;
      view.go(
        { view: 'sources', open: source },
        passage === null ? { kind: 'sources', id: source } : { kind: 'passages', id: passage },
      );
    } else if (about.kind === wholeStory.kind) view.go({ view: 'story' }, null);
    else goToEntry(view, reader, { kind: about.kind, id: about.id });
  };
  return (
    <li className={classes(styles.statement, relation !== null && styles[`${relation}Side`])}>
      {words !== '' && (
        <p className={isValue ? styles.value : styles.words} dir="auto">
          {words}
        </p>
      )}
      {scope !== '' && <p className={styles.scope}>{scope}</p>}
      {asOf !== null && <p className={styles.meta}>as of {dateInWords(asOf)}</p>}
      {isValue && quote !== '' && (
        <p className={styles.quote} dir="auto">
          “{quote}”
        </p>
      )}
      <p className={styles.meta}>
        {relation === null ? 'In the notebook' : <span className={styles[relation]}>{relations.plain(relation)}</span>}
      </p>
      <p>
        <button type="button" className={styles.who} onClick={open}>
          {link === null ? fieldName(reader, about) : sourceName(reader, link)}
        </button>
      </p>
      {link !== null && namesField && <p className={styles.meta}>on {fieldName(reader, about)}</p>}
      {link !== null && <p className={styles.meta}>{grades === '' ? 'Not graded' : grades}</p>}
    </li>
  );
}

/** A longer value is set as words. */
const longValue = 24;
