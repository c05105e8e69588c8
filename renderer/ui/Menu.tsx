import type { ReactNode } from 'react';
import { Menu as AriaMenu, MenuItem as AriaMenuItem, MenuTrigger as AriaMenuTrigger } from 'react-aria-components/Menu';
import type {
  MenuItemProps as AriaMenuItemProps,
  MenuProps as AriaMenuProps,
  MenuTriggerProps,
} from 'react-aria-components/Menu';
import { Separator } from 'react-aria-components/Separator';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './listbox.module.css';
import { Popover } from './Popover.tsx';

/** Around a button and its `Menu`. */
export function MenuTrigger(props: MenuTriggerProps) {
  return <AriaMenuTrigger {...props} />;
}

export interface MenuProps extends Omit<AriaMenuProps<object>, 'className' | 'style'> {
  readonly placement?: 'bottom start' | 'bottom end' | 'top start' | 'top end';
}

/** Things to do, in a popover. Children are `MenuItem`s, `MenuSection`s and `MenuSeparator`s. */
export function Menu({ placement = 'bottom start', ...props }: MenuProps) {
  return (
    <Popover placement={placement}>
      <AriaMenu {...props} className={styles.list ?? ''} />
    </Popover>
  );
}

export interface MenuItemProps extends Omit<AriaMenuItemProps, 'className' | 'style' | 'children'> {
  readonly children: ReactNode;
  /** As `Mod+K`; shown, and bound by the shell. */
  readonly shortcut?: string;
  readonly tone?: 'normal' | 'danger';
}

export function MenuItem({ children, shortcut, tone = 'normal', ...props }: MenuItemProps) {
  const textValue = props.textValue ?? (typeof children === 'string' ? children : undefined);
  return (
    <AriaMenuItem
      {...props}
      {...(textValue === undefined ? {} : { textValue })}
      className={classes(styles.item, tone === 'danger' && styles.danger)}
    >
      {({ isSelected, selectionMode }) => (
        <>
          {selectionMode !== 'none' && <span className={styles.check}>{isSelected && <Icon name="check" />}</span>}
          <span className={styles.words}>{children}</span>
          {shortcut !== undefined && <Kbd keys={shortcut} />}
        </>
      )}
    </AriaMenuItem>
  );
}

export function MenuSeparator() {
  return <Separator className={styles.separator ?? ''} />;
}
