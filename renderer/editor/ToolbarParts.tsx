import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { isMac, Tooltip, TooltipTrigger } from '../ui/index.ts';
import styles from './DraftToolbar.module.css';

/** What is printed on the key that commands are given with. */
export const mod = isMac ? '⌘' : 'Ctrl+';

interface ToolProps {
  /** The accessible name. */
  readonly label: string;
  /** How to do it from the keyboard. */
  readonly keys: string;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

/** Something the words at the caret are or are not. */
export function Toggle({ label, keys, isOn, onPress, children }: ToolProps & { readonly isOn: boolean }) {
  return (
    <TooltipTrigger>
      <ToggleButton className={styles.tool ?? ''} aria-label={label} isSelected={isOn} onChange={onPress}>
        {children}
      </ToggleButton>
      <Tooltip>{`${label} (${keys})`}</Tooltip>
    </TooltipTrigger>
  );
}

/** Something to do at the caret. */
export function Tool({ label, keys, onPress, children }: ToolProps) {
  return (
    <TooltipTrigger>
      <Button className={styles.tool ?? ''} aria-label={label} onPress={onPress}>
        {children}
      </Button>
      <Tooltip>{`${label} (${keys})`}</Tooltip>
    </TooltipTrigger>
  );
}
