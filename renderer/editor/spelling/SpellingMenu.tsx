import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Menu, MenuItem, MenuSeparator, MenuTrigger } from '../../ui/index.ts';
import { speller } from './speller.ts';
import styles from './spelling.module.css';

interface SpellingMenuProps {
  readonly word: string;
  /** Where it stands on the page. */
  readonly range: Range;
  readonly frame: HTMLElement;
  readonly onCorrect: (other: string) => void;
  readonly onAdd: () => void;
  readonly onIgnore: () => void;
  readonly onClose: () => void;
}

/** What may have been meant by a misspelt word, and what else can be done about it. */
export function SpellingMenu({ word, range, frame, onCorrect, onAdd, onIgnore, onClose }: SpellingMenuProps) {
  const [suggestions, setSuggestions] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let isWanted = true;
    void speller.suggest(word).then((found) => {
      if (isWanted) setSuggestions(found);
    });
    return () => {
      isWanted = false;
    };
  }, [word]);
  const [at, around] = [range.getBoundingClientRect(), frame.getBoundingClientRect()];
  // Opened with its suggestions, so that nothing moves under a hand.
  if (suggestions === null) return null;
  return (
    <MenuTrigger isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Button
        aria-label={`Misspelt: ${word}`}
        excludeFromTabOrder
        className={styles.anchor ?? ''}
        style={{ left: at.left - around.left, top: at.top - around.top, width: at.width, height: at.height }}
      />
      <Menu aria-label={`Misspelt: ${word}`} autoFocus="first">
        {suggestions.map((one) => (
          <MenuItem key={one} id={`correct/${one}`} onAction={() => onCorrect(one)}>
            {one}
          </MenuItem>
        ))}
        {suggestions.length === 0 && (
          <MenuItem id="none" isDisabled>
            No suggestions
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem id="add" onAction={onAdd}>
          Add to my dictionary
        </MenuItem>
        <MenuItem id="ignore" onAction={onIgnore}>
          Ignore in this draft
        </MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
