import { useMemo } from 'react';
import { fieldWords, targetFields } from '../../../shared/evidence/index.ts';
import { wholeStory } from '../../../shared/story/evidence-ends.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { useSession } from '../../session/session-context.ts';
import { Option, Select } from '../../ui/index.ts';
import styles from './evidence.module.css';

interface FieldPickerProps {
  readonly of: EntryRef;
  /** '' for the whole entry. */
  readonly field: string;
  readonly onField: (field: string) => void;
  /** Whether the entry as a whole can be meant. */
  readonly offersWhole: boolean;
}

/** Which field of an entry is meant, each with what it says now. */
export function FieldPicker({ of, field, onField, offersWhole }: FieldPickerProps) {
  const { reader } = useSession();
  const options = useMemo(() => {
    const known = [...targetFields(of)].map(([id, label]) => ({ id, label }));
    // A field that only a newer version knows stays what the link is about.
    const all = known.some(({ id }) => id === field) || field === '' ? known : [...known, { id: field, label: field }];
    return all.map((one) => ({ ...one, words: excerpt(fieldWords(reader, { ...of, field: one.id })) }));
  }, [reader, of, field]);
  const title = of.kind === wholeStory.kind ? 'the story' : (reader.titleOf(of) ?? 'the entry');
  return (
    <Select
      label={`Field of ${title}`}
      placeholder="Choose a field"
      value={field === '' && !offersWhole ? null : field}
      onChange={(key) => {
        if (typeof key === 'string') onField(key);
      }}
    >
      {offersWhole && <Option id="">The whole entry</Option>}
      {options.map(({ id, label, words }) => (
        <Option key={id} id={id} textValue={label}>
          {label}
          {words !== '' && <span className={styles.fieldWords}> {words}</span>}
        </Option>
      ))}
    </Select>
  );
}

/** As much of a text as stands beside a field's name. */
function excerpt(words: string): string {
  return words.length > 48 ? `${words.slice(0, 47).trimEnd()}…` : words;
}
