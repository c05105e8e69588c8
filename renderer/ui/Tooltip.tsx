import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger as AriaTooltipTrigger } from 'react-aria-components/Tooltip';
import type { TooltipTriggerComponentProps } from 'react-aria-components/Tooltip';
import styles from './Tooltip.module.css';

/** Wraps a focusable control and its `Tooltip`. */
export function TooltipTrigger({ delay = 500, ...props }: TooltipTriggerComponentProps) {
  return <AriaTooltipTrigger delay={delay} {...props} />;
}

/** A few words about a control; shown when it is pointed at or focused. Never the only place something is said. */
export function Tooltip({ children }: { readonly children: ReactNode }) {
  return (
    <AriaTooltip offset={6} className={styles.tooltip ?? ''}>
      {children}
    </AriaTooltip>
  );
}
