import { Radio, RadioGroup } from '../../ui/index.ts';
import type { Choice } from './capture-item.ts';
import type { Duplicate } from './duplicates.ts';
import { duplicateWords } from './flow-words.ts';
import styles from './flow.module.css';

interface DuplicateChoiceProps {
  readonly duplicate: Duplicate;
  readonly choice: Choice;
  /** What leaving it out is called here: where it is the only one, one goes to the source that has it. */
  readonly skip: string;
  readonly onChoose: (choice: Choice) => void;
}

/** Something is here already: says as what, and asks what is to become of it. */
export function DuplicateChoice({ duplicate, choice, skip, onChoose }: DuplicateChoiceProps) {
  const canBeVersion = duplicate.source !== null && !duplicate.isLatest;
  return (
    <div className={styles.duplicate}>
      <RadioGroup
        label={duplicateWords(duplicate, new Date())}
        value={choice}
        // The radios below have these values and no other.
        onChange={(value) => onChoose(value as Choice)}
      >
        <Radio value="skip">{skip}</Radio>
        {canBeVersion && (
          <Radio value="version" description="What was captured before stays.">
            Add it as a new version of that source
          </Radio>
        )}
        <Radio value="new">Add it as a separate source</Radio>
      </RadioGroup>
    </div>
  );
}
