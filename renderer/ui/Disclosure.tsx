import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import type { DisclosureProps as AriaDisclosureProps } from 'react-aria-components/Disclosure';
import styles from './Disclosure.module.css';
import { classes } from './classes.ts';
import { Icon } from './Icon.tsx';

export interface DisclosureProps extends Omit<AriaDisclosureProps, 'className' | 'style' | 'children'> {
  /** The words of the button that shows and hides the rest. */
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** Something that is shown only when asked for. */
export function Disclosure({ title, children, className, ...props }: DisclosureProps) {
  return (
    <AriaDisclosure {...props} className={classes(styles.disclosure, className)}>
      <Button slot="trigger" className={styles.trigger ?? ''}>
        <span className={styles.chevron}>
          <Icon name="chevron-right" />
        </span>
        {title}
      </Button>
      <DisclosurePanel className={styles.panel ?? ''}>{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}
