import type { NewNames } from '../../../shared/imports/index.ts';
import { Option, Select } from '../../ui/index.ts';
import { joined } from '../import-words.ts';
import styles from './table.module.css';

const choices = {
  text: 'Keep them in the description',
  people: 'Add them as people',
  organizations: 'Add them as organizations',
} as const satisfies Readonly<Record<NewNames, string>>;

interface NewNamesChoiceProps {
  readonly names: readonly string[];
  readonly isNew: boolean;
  readonly choice: NewNames;
  readonly onChoice: (choice: NewNames) => void;
}

/** What becomes of names of actors that are not in the notebook: whether they are people or organizations, no table says. */
export function NewNamesChoice({ names, isNew, choice, onChoice }: NewNamesChoiceProps) {
  const some = names.slice(0, 5);
  const rest = names.length - some.length;
  const list = joined(rest > 0 ? [...some, `${rest.toLocaleString('en-GB')} more`] : some);
  return (
    <div className={styles.names}>
      <Select
        label={isNew ? 'Names of actors' : 'Actors who are not in this notebook'}
        description={list}
        value={choice}
        onChange={(key) => onChoice(key === 'people' || key === 'organizations' ? key : 'text')}
      >
        {(['text', 'people', 'organizations'] as const).map((one) => (
          <Option key={one} id={one}>
            {choices[one]}
          </Option>
        ))}
      </Select>
    </div>
  );
}
