import { useEffect } from 'react';
import { DateField, EditableLine, LinesField, useEntryField, useRemoveEntry } from '../../fields/index.ts';
import { useActions } from '../../session/actions.ts';
import { useEntry, usePlace, useView } from '../../session/session-context.ts';
import { Button, EmptyState, Spinner } from '../../ui/index.ts';
import { PlainText } from './PlainText.tsx';
import styles from './sources.module.css';
import { useCapturedText } from './use-captured-text.ts';

/** One source: what is known of it, edited in place, and its text as it was captured. */
export function SourceReader({ id }: { readonly id: string }) {
  const view = useView();
  const { find } = usePlace();
  const source = useEntry('sources', id);
  const text = useCapturedText(source?.fields.captures.at(-1));
  const remove = useRemoveEntry();
  // Its details and notes stand at the right until something else is chosen.
  useEffect(() => {
    if (view.selection() === null) view.select({ kind: 'sources', id });
  }, [view, id]);
  useActions([
    {
      id: 'source.trash',
      title: 'Move this source to the trash',
      group: 'Sources',
      keywords: ['delete', 'remove'],
      run: () => remove({ kind: 'sources', id }),
    },
  ]);
  return (
    <article className={styles.page} aria-labelledby="source-title">
      <header>
        <div className={styles.kicker}>
          <EditableLine bound={useEntryField('sources', id, 'publisher')} />
          <DateField bound={useEntryField('sources', id, 'published')} add="Add date of publication" />
        </div>
        <h1 id="source-title" className={styles.title}>
          <EditableLine bound={useEntryField('sources', id, 'title')} lasting />
        </h1>
        <div className={styles.byline}>
          <LinesField bound={useEntryField('sources', id, 'authors')} />
        </div>
      </header>
      {text === null && <Spinner label="Reading the text" />}
      {text?.ok === false && (
        <EmptyState
          title="There is no text to read"
          action={<Button onPress={() => view.go({ view: 'sources' })}>All sources</Button>}
        >
          {text.error}
        </EmptyState>
      )}
      {text?.ok === true && <PlainText key={find ?? ''} text={text.value} find={find ?? ''} />}
    </article>
  );
}
