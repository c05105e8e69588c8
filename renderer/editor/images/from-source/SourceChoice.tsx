import { useState } from 'react';
import { ListBox } from 'react-aria-components/ListBox';
import { captureKind } from '../../../captures/capture-words.ts';
import { EmptyState, Option, SearchField } from '../../../ui/index.ts';
import styles from './from-source.module.css';
import type { PictureSource } from './picture-sources.ts';

/** More than that are also found by their words. */
const atAGlance = 8;

interface Props {
  readonly sources: readonly PictureSource[];
  readonly onChoose: (source: PictureSource) => void;
}

/** The sources that pictures can be taken from. */
export function SourceChoice({ sources, onChoose }: Props) {
  const [words, setWords] = useState('');
  const found = sources.filter(({ title }) => title.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase()));
  if (sources.length === 0)
    return (
      <EmptyState title="No source has pictures">
        Pictures come from captured web pages and PDFs. Add one as a source first.
      </EmptyState>
    );
  const hasSearch = sources.length > atAGlance;
  return (
    <>
      {hasSearch && <SearchField aria-label="Search sources" autoFocus value={words} onChange={setWords} />}
      <ListBox
        aria-label="Sources with pictures"
        className={styles.sources ?? ''}
        autoFocus={hasSearch ? false : 'first'}
        items={found}
        renderEmptyState={() => <p className={styles.remark}>No source is called that.</p>}
        onAction={(id) => {
          const source = sources.find((one) => one.id === id);
          if (source !== undefined) onChoose(source);
        }}
      >
        {({ id, title, capture }) => (
          <Option id={id} textValue={title} hint={captureKind(capture.mediaType)}>
            {title}
          </Option>
        )}
      </ListBox>
    </>
  );
}
