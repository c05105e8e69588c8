import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useActions } from '../../../session/actions.ts';
import { IconButton, SearchField } from '../../../ui/index.ts';
import { mostFound } from './find-words.ts';
import styles from './reader.module.css';
import type { Finding } from './use-find.ts';

/** Words to find in the source, how often they are there, and the way from one place to the next. */
export function FindField({ finding }: { readonly finding: Finding }) {
  const { wanted, found, current, want, step } = finding;
  const field = useRef<HTMLInputElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  };
  useActions([
    {
      // Mod+F, and the menu's Find, mean the text that is read.
      id: 'edit.find',
      title: 'Find in this source',
      group: 'Sources',
      shortcut: 'Mod+F',
      run: () => field.current?.select(),
    },
    ...(found.length < 2
      ? []
      : [
          { id: 'source.find-next', title: 'Next place', group: 'Sources', shortcut: 'F3', run: () => step(1) },
          {
            id: 'source.find-back',
            title: 'Place before',
            group: 'Sources',
            shortcut: 'Shift+F3',
            run: () => step(-1),
          },
        ]),
  ]);
  return (
    <div className={styles.find} role="search" aria-label="In this source">
      {/* Enter goes on to the next place, as in every reader; the field itself stays a plain search field. */}
      <div className={styles.findField} onKeyDown={onKeyDown} role="presentation">
        <SearchField
          aria-label="Find in this source"
          placeholder="Find in this source"
          value={wanted}
          inputRef={field}
          onChange={want}
        />
      </div>
      {wanted.trim() !== '' && (
        <span className={styles.count} role="status">
          {found.length === 0
            ? 'Not found'
            : `${current + 1} of ${found.length === mostFound ? 'more than ' : ''}${found.length}`}
        </span>
      )}
      {found.length > 1 && (
        <>
          <IconButton icon="chevron-up" label="Previous" onPress={() => step(-1)} />
          <IconButton icon="chevron-down" label="Next" onPress={() => step(1)} />
        </>
      )}
    </div>
  );
}
