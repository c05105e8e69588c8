import { useState } from 'react';
import { findSection } from '../../shared/story/sections.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { useView } from '../session/session-context.ts';
import { Button, Option, Select } from '../ui/index.ts';
import { ChangeList } from './ChangeList.tsx';
import { dateWords } from './day-words.ts';
import { useHistory } from './history-context.ts';
import styles from './history.module.css';
import { useAnswer } from './use-answer.ts';
import { useChanges } from './use-changes.ts';

const allFields = '';

/** Everything that happened to an entry, the latest first: for the right panel. */
export function HistoryPanel({ target }: { readonly target: EntryRef }) {
  const view = useView();
  const [field, setField] = useState(allFields);
  const ref = { kind: target.kind, id: target.id };
  const list = useChanges(field === allFields ? { type: 'entry', ref } : { type: 'field', ref, field });
  const fields = Object.entries(findSection(target.kind)?.fields ?? {}).filter(([, one]) => one.internal !== true);
  return (
    <section aria-label="History" className={styles.panel}>
      {fields.length > 1 && (
        <Select
          aria-label="Field whose history is shown"
          className={styles.fields}
          value={field}
          onChange={(key) => setField(String(key))}
        >
          <Option id={allFields}>All fields</Option>
          {fields.map(([name, { label }]) => (
            <Option key={name} id={name}>
              {label}
            </Option>
          ))}
        </Select>
      )}
      <ChangeList
        list={list}
        about="known"
        level={3}
        empty="Nothing of this was changed while this device kept history."
      />
      {!list.hasMore && !list.isPending && <Begins />}
      <Button size="small" variant="quiet" className={styles.all} onPress={() => view.go({ view: 'history' })}>
        History of the whole notebook
      </Button>
    </section>
  );
}

/** Where this device's history begins. */
export function Begins() {
  const history = useHistory();
  const { value } = useAnswer('beginning', (options) => history.beginning(options));
  if (value === null) return null;
  return (
    <p className={styles.begins}>
      History on this device begins on {dateWords(value.kept)}
      {value.hadContent ? '; what came before is not known here.' : '.'}
    </p>
  );
}
