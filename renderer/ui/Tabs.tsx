import type { ReactNode } from 'react';
import {
  Tab as AriaTab,
  TabList as AriaTabList,
  TabPanel as AriaTabPanel,
  Tabs as AriaTabs,
} from 'react-aria-components/Tabs';
import type {
  TabListProps as AriaTabListProps,
  TabPanelProps as AriaTabPanelProps,
  TabProps as AriaTabProps,
  TabsProps as AriaTabsProps,
} from 'react-aria-components/Tabs';
import styles from './Tabs.module.css';
import { classes } from './classes.ts';

type Styled = 'className' | 'style';

export interface TabsProps extends Omit<AriaTabsProps, Styled> {
  readonly className?: string | undefined;
}

/** A few panels of which one is shown. Around a `TabList` of `Tab`s and one `TabPanel` each. */
export function Tabs({ className, ...props }: TabsProps) {
  return <AriaTabs {...props} className={classes(styles.tabs, className)} />;
}

export interface TabListProps extends Omit<AriaTabListProps<object>, Styled> {
  readonly 'aria-label': string;
}

export function TabList(props: TabListProps) {
  return <AriaTabList {...props} className={styles.list ?? ''} />;
}

export interface TabProps extends Omit<AriaTabProps, Styled | 'children'> {
  readonly children: ReactNode;
  /** How many things the panel holds; part of the tab's name. */
  readonly count?: number;
}

export function Tab({ children, count, ...props }: TabProps) {
  return (
    <AriaTab {...props} className={styles.tab ?? ''}>
      {children}
      {count !== undefined && count > 0 && <> {count}</>}
    </AriaTab>
  );
}

export interface TabPanelProps extends Omit<AriaTabPanelProps, Styled> {
  readonly className?: string | undefined;
}

export function TabPanel({ className, ...props }: TabPanelProps) {
  return <AriaTabPanel {...props} className={classes(styles.panel, className)} />;
}
