import type { OpenNotebook } from '../../session/session-context.ts';
import { Radio, RadioGroup, TextField } from '../../ui/index.ts';
import styles from './table.module.css';
import { useAsked } from './use-asked.ts';

interface DestinationProps {
  readonly open: OpenNotebook | null;
  readonly isNew: boolean;
  readonly title: string;
  /** How many times the title was asked for. */
  readonly asked: number;
  /** Whether it is missing. */
  readonly isOpen: boolean;
  readonly onNew: (isNew: boolean) => void;
  readonly onTitle: (title: string) => void;
}

/** Where the events go: into the open notebook, or into one that is made for them. */
export function Destination({ open, isNew, title, asked, isOpen, onNew, onTitle }: DestinationProps) {
  const here = open?.session.reader.story().fields.title || 'Untitled notebook';
  const ref = useAsked(asked, isOpen);
  return (
    <div className={styles.destination}>
      {open !== null && (
        <RadioGroup
          label="Add to"
          value={isNew ? 'new' : 'here'}
          onChange={(where) => onNew(where === 'new')}
          orientation="horizontal"
        >
          <Radio value="here">{here}</Radio>
          <Radio value="new">A new notebook</Radio>
        </RadioGroup>
      )}
      {isNew && (
        <div ref={ref}>
          <TextField
            label="Title"
            value={title}
            onChange={onTitle}
            isRequired
            isInvalid={asked > 0 && isOpen}
            errorMessage="A notebook needs a title."
          />
        </div>
      )}
    </div>
  );
}
