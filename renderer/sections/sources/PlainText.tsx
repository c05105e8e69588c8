import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useActions } from '../../session/actions.ts';
import { Button, SearchField } from '../../ui/index.ts';
import { findInText, paragraphsOf } from './find-in-text.ts';
import styles from './sources.module.css';
import { useMarks } from './use-marks.ts';

interface PlainTextProps {
  readonly text: string;
  /** Words to find and land on at first; '' for none. */
  readonly find: string;
}

/** A source's text set for reading, with find. */
export function PlainText({ text, find }: PlainTextProps) {
  const [wanted, setWanted] = useState(find);
  const [current, setCurrent] = useState(0);
  const body = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const paragraphs = useMemo(() => paragraphsOf(text), [text]);
  const found = useMemo(() => findInText(paragraphs, wanted), [paragraphs, wanted]);
  useMarks(body, found, current);
  const step = (by: number): void => {
    if (found.length > 0) setCurrent((current + by + found.length) % found.length);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  };
  useActions([
    {
      id: 'source.find',
      title: 'Find in this source',
      group: 'Sources',
      shortcut: 'Mod+Shift+F',
      run: () => field.current?.select(),
    },
  ]);
  return (
    <>
      <div className={styles.find} role="search" aria-label="In this source">
        {/* Enter goes on to the next place, as in every reader; the field itself stays a plain search field. */}
        <div className={styles.findField} onKeyDown={onKeyDown} role="presentation">
          <SearchField
            aria-label="Find in this source"
            placeholder="Find in this source"
            value={wanted}
            inputRef={field}
            onChange={(words) => {
              setWanted(words);
              setCurrent(0);
            }}
          />
        </div>
        {wanted.trim() !== '' && (
          <span className={styles.findCount} role="status">
            {found.length === 0 ? 'Not found' : `${current + 1} of ${found.length}`}
          </span>
        )}
        {found.length > 1 && (
          <>
            <Button size="small" onPress={() => step(-1)}>
              Previous
            </Button>
            <Button size="small" onPress={() => step(1)}>
              Next
            </Button>
          </>
        )}
      </div>
      <div className={styles.text} ref={body}>
        {paragraphs.map((paragraph, at) => (
          // A captured text never changes: places are good keys.
          <p key={at}>{paragraph}</p>
        ))}
      </div>
    </>
  );
}
