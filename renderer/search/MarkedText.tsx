import { Fragment } from 'react';
import type { Marked } from '../../shared/search/snippet.ts';
import styles from './search.module.css';

/** Text whose matching words are marked. */
export function MarkedText({ text }: { readonly text: Marked }) {
  return text.map((piece, index) =>
    // Pieces have no identity but their place in the text.
    piece.marked ? (
      <mark key={index} className={styles.mark}>
        {piece.text}
      </mark>
    ) : (
      <Fragment key={index}>{piece.text}</Fragment>
    ),
  );
}
