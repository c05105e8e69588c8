import type { EditorThemeClasses } from 'lexical';
import styles from './prose.module.css';

/** How marked text looks in every editor here. */
export const proseTheme: EditorThemeClasses = {
  paragraph: styles.paragraph ?? '',
  link: styles.link ?? '',
  text: {
    bold: styles.bold ?? '',
    italic: styles.italic ?? '',
    strikethrough: styles.strike ?? '',
    code: styles.code ?? '',
  },
};
