import type { EditorThemeClasses } from 'lexical';
import styles from './draft.module.css';
import { proseTheme } from './prose-theme.ts';

/** How a draft looks while it is written. */
export const draftTheme: EditorThemeClasses = {
  ...proseTheme,
  paragraph: styles.paragraph ?? '',
  heading: { h1: styles.h1 ?? '', h2: styles.h2 ?? '', h3: styles.h3 ?? '' },
  quote: styles.quote ?? '',
  list: {
    ul: styles.list ?? '',
    ol: styles.list ?? '',
    listitem: styles.item ?? '',
    nested: { listitem: styles.nestedItem ?? '' },
  },
};
