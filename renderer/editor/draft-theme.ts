import type { EditorThemeClasses } from 'lexical';
import styles from './draft.module.css';
import listStyles from './lists/lists.module.css';
import { proseTheme } from './prose-theme.ts';
import tableStyles from './tables/tables.module.css';

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
    checklist: listStyles.checklist ?? '',
    listitemChecked: listStyles.done ?? '',
    listitemUnchecked: listStyles.open ?? '',
    nested: { listitem: styles.nestedItem ?? '' },
  },
  table: tableStyles.table ?? '',
  tableCell: tableStyles.cell ?? '',
  tableCellHeader: tableStyles.header ?? '',
  tableCellSelected: tableStyles.chosen ?? '',
  tableSelection: tableStyles.choosing ?? '',
  tableScrollableWrapper: tableStyles.frame ?? '',
};
