import type { ReactNode } from 'react';
import type { Entry } from '../../shared/story/entry.ts';
import type { Field } from '../../shared/story/fields.ts';
import { findSection } from '../../shared/story/sections.ts';
import type { AnySection } from '../../shared/story/sections.ts';
import { useEntry, useReadOnly } from '../session/session-context.ts';
import { useAnyField } from './bound.ts';
import { FieldControl } from './FieldControl.tsx';
import styles from './fields.module.css';
import { storedWords } from './Unreadable.tsx';

interface EntryFieldsProps {
  readonly kind: string;
  readonly id: string;
}

/** Everything about one entry as a compact form, field by field as its section has them. */
export function EntryFields({ kind, id }: EntryFieldsProps) {
  const section = findSection(kind);
  const entry = useEntry(kind, id);
  const isReadOnly = useReadOnly();
  if (section === undefined || entry === undefined) return null;
  const words = wordsOf(section, entry);
  return (
    <div className={styles.form}>
      {Object.entries(section.fields)
        .filter(([name, field]) => field.internal !== true && !(isReadOnly && isEmpty(field, entry.fields[name])))
        .map(([name, field]) => (
          <Row key={name} label={field.label}>
            <EntryField kind={kind} id={id} name={name} suggestFrom={words} />
          </Row>
        ))}
      <NewerFields extra={entry.extra} />
    </div>
  );
}

/** Nothing can be added to what can only be read: a field without a value is left out. */
function isEmpty(field: Field<unknown>, value: unknown): boolean {
  return value === field.empty || (Array.isArray(value) && value.length === 0);
}

function EntryField({ kind, id, name, suggestFrom }: EntryFieldsProps & { name: string; suggestFrom: string }) {
  return <FieldControl bound={useAnyField({ kind, id }, name)} suggestFrom={suggestFrom} />;
}

function Row({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className={styles.formRow}>
      <div className={styles.formLabel}>{label}</div>
      <div className={styles.formValue}>{children}</div>
    </div>
  );
}

/** What a newer version keeps here: shown, never touched. */
function NewerFields({ extra }: { readonly extra: Readonly<Record<string, unknown>> }) {
  const names = Object.keys(extra);
  if (names.length === 0) return null;
  return (
    <section aria-label="From a newer version" className={styles.newer}>
      <h3 className={styles.formLabel}>From a newer version</h3>
      <p>Kept as it is. A newer Backstory can show and change it.</p>
      <dl>
        {names.map((name) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{storedWords(extra[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function wordsOf(section: AnySection, entry: Entry): string {
  return Object.entries(section.fields)
    .filter(([, field]) => field.type === 'line' || field.type === 'prose')
    .map(([name, field]) => field.plain(entry.fields[name]))
    .join('\n');
}
