import type { LexicalEditor } from 'lexical';
import { useEffect, useRef } from 'react';
import type { TeammateCarets } from './teammate-carets.ts';
import './teammates.css';
import styles from './teammates.module.css';

interface TeammateLayerProps {
  readonly editor: LexicalEditor;
  readonly carets: TeammateCarets;
}

/** Where the carets of teammates are shown, over the text and not in it. */
export function TeammateLayer({ editor, carets }: TeammateLayerProps) {
  const layer = useRef<HTMLDivElement>(null);
  useEffect(() => (layer.current === null ? undefined : carets.start(editor, layer.current)), [editor, carets]);
  return <div ref={layer} className={styles.layer} aria-hidden />;
}
