import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { BriefChoice } from '../../shared/brief/index.ts';
import { Checkbox, IconButton } from '../ui/index.ts';
import styles from './brief.module.css';

interface PartListProps {
  readonly choices: readonly BriefChoice[];
  readonly off: readonly string[];
  /** What a part is called here, and what is said of one that has nothing to print. */
  readonly wordsOf: (choice: BriefChoice) => { readonly name: string; readonly missing: string };
  readonly onTick: (kind: string, on: boolean) => void;
  readonly onMove: (kind: string, by: -1 | 1) => void;
}

/** The parts of the brief in the order they are printed; each can be left out and moved. */
export function PartList({ choices, off, wordsOf, onTick, onMove }: PartListProps) {
  const list = useRef<HTMLUListElement>(null);
  const move = (kind: string, by: -1 | 1): void => {
    const focused = document.activeElement;
    onMove(kind, by);
    // React moves the rows, and moving an element takes the focus away from it.
    requestAnimationFrame(() => {
      if (!(focused instanceof HTMLElement) || list.current?.contains(focused) !== true) return;
      focused.focus();
      // At an end of the list the button that was pressed is of no more use: the other one is.
      if (document.activeElement !== focused)
        focused.parentElement?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
    });
  };
  const onKeyDown = (event: KeyboardEvent, kind: string): void => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (by === null || !event.altKey) return;
    event.preventDefault();
    move(kind, by);
  };
  return (
    <ul ref={list} className={styles.parts} aria-label="Sections, in the order they are printed">
      {choices.map((choice, index) => {
        const { kind, filled } = choice;
        const { name, missing } = wordsOf(choice);
        return (
          // The keys are those of the controls in the row.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li key={kind} className={styles.part} data-part={kind} onKeyDown={(event) => onKeyDown(event, kind)}>
            <Checkbox
              className={styles.tick}
              isSelected={filled && !off.includes(kind)}
              isDisabled={!filled}
              onChange={(on) => onTick(kind, on)}
            >
              <span className={styles.partName}>{name}</span>
              {!filled && <span className={styles.missing}>{missing}</span>}
            </Checkbox>
            <span className={styles.moves}>
              <IconButton
                icon="chevron-up"
                label={`Move ${name} up`}
                tip={false}
                isDisabled={index === 0}
                onPress={() => move(kind, -1)}
              />
              <IconButton
                icon="chevron-down"
                label={`Move ${name} down`}
                tip={false}
                isDisabled={index === choices.length - 1}
                onPress={() => move(kind, 1)}
              />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
