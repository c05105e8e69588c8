import { useMemo, useState } from 'react';
import type { FieldDifference } from '../../shared/imports/index.ts';
import { dateInWords, isIsoDay } from '../../shared/story/dates/index.ts';
import { Button } from '../ui/index.ts';
import { changedWords } from './changed-words.ts';
import type { TextPart } from './changed-words.ts';
import styles from './imports.module.css';

/** Longer texts are shown in part at first, in UTF-16 units. */
const longText = 320;

interface DifferencesProps {
  readonly differences: readonly FieldDifference[];
  /** Off where the field's name stands above anyway. */
  readonly labelled?: boolean;
}

/** Field by field: what the notebook says, and what the page says; the words that differ are marked. */
export function Differences({ differences, labelled = true }: DifferencesProps) {
  if (differences.length === 0) return null;
  return (
    <dl className={styles.differences}>
      {differences.map((difference) => (
        <div key={difference.field}>
          {labelled && <dt>{difference.label}</dt>}
          <Versions {...difference} />
        </div>
      ))}
    </dl>
  );
}

function Versions({ label, before, after }: FieldDifference) {
  const [all, setAll] = useState(false);
  const [old, young] = useMemo(() => changedWords(shown(before), shown(after)), [before, after]);
  const long = before.length > longText || after.length > longText;
  const className = long && !all ? styles.clamped : undefined;
  return (
    <dd>
      {before !== '' && (
        <div className={styles.version}>
          <span className={styles.versionName}>Notebook</span>
          <del className={styles.before}>
            <span className={className}>
              <Parts parts={old} />
            </span>
          </del>
        </div>
      )}
      <div className={styles.version}>
        <span className={styles.versionName}>Page</span>
        <ins className={styles.after}>
          <span className={className}>
            <Parts parts={young} />
          </span>
        </ins>
      </div>
      {long && (
        <Button
          size="small"
          variant="quiet"
          onPress={() => setAll(!all)}
          aria-label={`${all ? 'Show less' : 'Show all'} of ${label}`}
        >
          {all ? 'Show less' : 'Show all'}
        </Button>
      )}
    </dd>
  );
}

function Parts({ parts }: { readonly parts: readonly TextPart[] }) {
  return parts.map(({ text, changed }, at) =>
    // The parts of a text are told apart by their places.
    changed ? (
      <mark key={at} className={styles.changedWords}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}

/** Days are shown in words, never as they are stored. */
function shown(text: string): string {
  return isIsoDay(text) ? dateInWords({ edtf: text }) : text;
}
