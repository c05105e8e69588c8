import { classes } from './classes.ts';
import styles from './Icon.module.css';

/** Drawn on a 16 × 16 grid with a 1.5 line. */
const shapes = {
  add: 'M8 3v10M3 8h10',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  check: 'm3 8.5 3.2 3.2L13 4.8',
  close: 'm4 4 8 8m0-8-8 8',
  'chevron-down': 'm4 6 4 4 4-4',
  'chevron-right': 'm6 4 4 4-4 4',
  'chevron-up': 'm4 10 4-4 4 4',
  drag: 'M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01',
  edit: 'm3 13 .6-2.8 7.2-7.2 2.2 2.2-7.2 7.2zM9.3 4.5l2.2 2.2',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  minus: 'M3 8h10',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  open: 'M9 3h4v4m0-4L8 8M6.5 4H3.5v8.5H12V9.5',
  'panel-right': 'M2.5 3.5h11v9h-11zM10 3.5v9',
  search: 'M7 11.5a4.5 4.5 0 1 1 0-9 4.5 4.5 0 0 1 0 9zm3.2-1.3 3.3 3.3',
  trash: 'M3 4.5h10M6.5 4V2.5h3V4M4.5 4.5l.6 9h5.8l.6-9',
} as const;

export type IconName = keyof typeof shapes;

/** Made of dots, which need more ink than lines to be seen. */
const dotted: ReadonlySet<IconName> = new Set(['drag', 'more']);

/** A small picture that only accompanies a name: it is hidden from assistive technology. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      className={classes(styles.icon, dotted.has(name) && styles.dots)}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
