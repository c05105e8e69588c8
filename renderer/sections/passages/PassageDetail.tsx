import type { EntryRef } from '../../../shared/story/ref.ts';
import { EntryFields } from '../../fields/index.ts';
import { useEntry, useTitle, useView } from '../../session/session-context.ts';
import { Button, momentWords } from '../../ui/index.ts';
import styles from './passages.module.css';

/** One passage: its words as they stand in the source, its colour and note, and the way to it. */
export function PassageDetail({ id }: { readonly id: string }) {
  const passage = useEntry('passages', id);
  if (passage === undefined) return null;
  const { quote, position, source, capture } = passage.fields;
  return (
    <>
      <blockquote className={styles.quote} dir="auto">
        {quote?.exact ?? 'The words of this passage cannot be read.'}
      </blockquote>
      {source !== null && <From source={source} passage={id} capture={capture} page={position?.page} />}
      <EntryFields kind="passages" id={id} />
    </>
  );
}

interface FromProps {
  readonly source: EntryRef;
  readonly passage: string;
  readonly capture: string;
  readonly page: number | undefined;
}

function From({ source, passage, capture, page }: FromProps) {
  const view = useView();
  const title = useTitle(source);
  const captures = useEntry('sources', source.id)?.fields.captures ?? [];
  const made = captures.findIndex(({ hash }) => hash === capture);
  const version = captures[made];
  const words = [
    page === undefined ? '' : `page ${page}`,
    version === undefined || captures.length < 2
      ? ''
      : `in the version of ${momentWords(version.capturedAt, new Date())}`,
  ].filter((part) => part !== '');
  return (
    <p className={styles.from}>
      {title === null ? (
        'Its source is in the trash, or not in this notebook.'
      ) : (
        <Button
          variant="quiet"
          size="small"
          className={styles.source}
          onPress={() => view.go({ view: 'sources', open: source.id }, { kind: 'passages', id: passage })}
        >
          {title}
        </Button>
      )}
      {words.length > 0 && <span>{words.join(', ')}</span>}
    </p>
  );
}
