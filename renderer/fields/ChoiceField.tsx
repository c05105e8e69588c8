import { useReadOnly } from '../session/session-context.ts';
import { classes, Option, Select } from '../ui/index.ts';
import type { Bound } from './bound.ts';
import styles from './fields.module.css';
import { Unreadable } from './Unreadable.tsx';

interface ChoiceFieldProps<C extends string> {
  readonly bound: Bound<C>;
  readonly className?: string | undefined;
}

/** One of a closed set. A value that only a newer version knows is shown beside it and stays until another is chosen. */
export function ChoiceField<C extends string>({ bound, className }: ChoiceFieldProps<C>) {
  const isReadOnly = useReadOnly();
  if (isReadOnly && bound.problem === null) return <span className={className}>{bound.choices[bound.value]}</span>;
  return (
    <>
      {bound.problem !== null && <Unreadable name={bound.name} problem={bound.problem} onReplace={null} />}
      <Select
        aria-label={bound.name}
        isDisabled={isReadOnly}
        className={classes(styles.choice, className)}
        value={bound.problem === null ? bound.value : null}
        placeholder="Choose"
        onChange={(key) => {
          // The options below are the choices.
          if (typeof key === 'string') bound.set(key as C);
        }}
      >
        {Object.entries(bound.choices).map(([key, words]) => (
          <Option key={key} id={key}>
            {words}
          </Option>
        ))}
      </Select>
    </>
  );
}
