import type { Marked } from '../../shared/search/snippet.ts';
import styles from './search.module.css';

/** Text whose matching words are marked. */
export function MarkedText({ text }: { readonly text: Marked }) {
  return text.map((piece, index) =>
    piece.marked ? (
      // Pieces have no identity but their place in the text.
      <mark key={index} className={styles.mark}>
        {piece.text}
      </mark>
    ) : (
      <span key={index}>{piece.text}</span>
    ),
  );
}
