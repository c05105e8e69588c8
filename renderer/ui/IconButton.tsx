import { Button } from './Button.tsx';
import type { ButtonProps } from './Button.tsx';
import { Icon } from './Icon.tsx';
import type { IconName } from './Icon.tsx';
import styles from './IconButton.module.css';
import { classes } from './classes.ts';
import { Tooltip, TooltipTrigger } from './Tooltip.tsx';

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'aria-label'> {
  readonly icon: IconName;
  /** The accessible name; shown as a tip too. */
  readonly label: string;
  /** Off where the name stands beside the button anyway. */
  readonly tip?: boolean;
}

/** A button with a picture instead of words. Always has a name. */
export function IconButton({ icon, label, tip = true, variant = 'quiet', className, ...props }: IconButtonProps) {
  const button = (
    <Button {...props} variant={variant} aria-label={label} className={classes(styles.button, className)}>
      <Icon name={icon} />
    </Button>
  );
  if (!tip) return button;
  return (
    <TooltipTrigger>
      {button}
      <Tooltip>{label}</Tooltip>
    </TooltipTrigger>
  );
}
