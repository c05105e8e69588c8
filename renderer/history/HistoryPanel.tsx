import { useState } from 'react';
import type { ChangesOf } from '../../shared/history/change.ts';
import type { FieldSet } from '../../shared/story/fields.ts';
import { sameRef } from '../../shared/story/ref.ts';
import { findSection } from '../../shared/story/sections.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { storyFields } from '../../shared/story/story-fields.ts';
import { wholeNotebook } from '../session/details-panel.ts';
import { useView } from '../session/session-context.ts';
import { Button, Option, Select } from '../ui/index.ts';
import { Begins } from './Begins.tsx';
import { ChangeList } from './ChangeList.tsx';
import styles from './history.module.css';
import { useChanges } from './use-changes.ts';

const allFields = '';

/** Everything that happened to an entry, or with `wholeNotebook` to the story's own fields, the latest first. */
export function HistoryPanel({ target }: { readonly target: EntryRef }) {
  const view = useView();
  const [field, setField] = useState(allFields);
  const ref = { kind: target.kind, id: target.id };
  const isStory = sameRef(target, wholeNotebook);
  const list = useChanges(isStory ? ofStory(field) : ofEntry(ref, field));
  const all: FieldSet = isStory ? storyFields : (findSection(target.kind)?.fields ?? {});
  const fields = Object.entries(all).filter(([, one]) => one.internal !== true);
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
      {!list.hasMore && !list.isPending && <Begins className={styles.begins} />}
      <Button size="small" variant="quiet" className={styles.all} onPress={() => view.go({ view: 'history' })}>
        History of the whole notebook
      </Button>
    </section>
  );
}

function ofEntry(ref: EntryRef, field: string): ChangesOf {
  return field === allFields ? { type: 'entry', ref } : { type: 'field', ref, field };
}

function ofStory(field: string): ChangesOf {
  return field === allFields ? { type: 'story' } : { type: 'story', field };
}
