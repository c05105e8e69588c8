import { useCallback, useEffect, useMemo, useState } from 'react';
import { DateField, EditableLine, LinesField, useEntryField, useRemoveEntry } from '../../../fields/index.ts';
import { useActions } from '../../../session/actions.ts';
import { TeamFileState } from '../../../captures/team/TeamFileState.tsx';
import { useArrival, useTeamFile, useTurns } from '../../../captures/team/use-team-file.ts';
import type { Capture } from '../../../session/captured-reading.ts';
import { useEntry, usePlace, useReadOnly, useSession, useView } from '../../../session/session-context.ts';
import { Button, EmptyState, Spinner } from '../../../ui/index.ts';
import { PdfReader } from './pdf/PdfReader.tsx';
import { OriginalPage } from './original/OriginalPage.tsx';
import { keyOfSource } from './kept-places.ts';
import { viewsOf } from './reader-views.ts';
import type { ReaderView } from './reader-views.ts';
import styles from './reader.module.css';
import { ReaderBar } from './ReaderBar.tsx';
import { TextReader } from './TextReader.tsx';
import { useIsWide } from './use-is-wide.ts';
import { useReading } from './use-reading.ts';

/** One source: what is known of it, edited in place, and what was captured of it, to be read and marked. */
export function SourceReader({ id }: { readonly id: string }) {
  const view = useView();
  const isReadOnly = useReadOnly();
  const captures = useEntry('sources', id)?.fields.captures ?? none;
  const [wanted, setWanted] = useState<string | null>(null);
  const capture = captures.find(({ hash }) => hash === wanted) ?? captures.at(-1);
  const [frame, isWide] = useIsWide();
  const remove = useRemoveEntry();
  // Its details and notes stand at the right until something else is chosen.
  useEffect(() => {
    if (view.selection() === null) view.select({ kind: 'sources', id });
  }, [view, id]);
  useActions(
    isReadOnly
      ? []
      : [
          {
            id: 'source.trash',
            title: 'Move this source to the trash',
            group: 'Sources',
            keywords: ['delete', 'remove'],
            run: () => remove({ kind: 'sources', id }),
          },
        ],
  );
  return (
    <article ref={frame} className={styles.page} data-wide={isWide || undefined} aria-labelledby="source-title">
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
      {capture === undefined ? (
        <NoText why="No text was captured of this source yet." />
      ) : (
        <CaptureReader
          key={capture.hash}
          source={id}
          capture={capture}
          captures={captures}
          onCapture={setWanted}
          isWide={isWide}
        />
      )}
    </article>
  );
}

const none: readonly Capture[] = [];

interface CaptureReaderProps {
  readonly source: string;
  readonly capture: Capture;
  readonly captures: readonly Capture[];
  readonly onCapture: (hash: string) => void;
  readonly isWide: boolean;
}

/** One capture of a source, shown as one wants it. */
function CaptureReader({ source, capture, captures, onCapture, isWide }: CaptureReaderProps) {
  const { find = '' } = usePlace();
  const { id: notebook } = useSession();
  const file = capture.reading ?? capture.hash;
  const { turn, again } = useTurns(file);
  const read = useReading(capture, turn);
  const lacking = useTeamFile(file);
  useArrival(file, read?.ok === false, again);
  const views = viewsOf(capture);
  const [chosenView, setView] = useState<ReaderView | null>(null);
  const view = chosenView ?? views[0] ?? 'text';
  const show = useCallback((hash: string) => onCapture(hash), [onCapture]);
  const reading = read?.ok === true ? read.value : null;
  const version = useMemo(
    () => (reading === null ? null : { source, capture, captures, reading }),
    [source, capture, captures, reading],
  );
  const bar = { views, view, onView: setView, captures, capture, onCapture: show };
  if (lacking !== null && version === null)
    return (
      <>
        <ReaderBar {...bar} />
        <TeamFileState hash={file} file={lacking} onAgain={again} />
      </>
    );
  if (read === null) return <Spinner label="Reading the text" />;
  if (version === null)
    return (
      <>
        <ReaderBar {...bar} />
        <NoText why={read.ok ? '' : read.error} />
      </>
    );
  const of = keyOfSource(notebook, source);
  const reader = { version, of, find, bar, isWide };
  if (view === 'original')
    return (
      <>
        <ReaderBar {...bar} />
        <OriginalPage capture={capture} />
      </>
    );
  if (view === 'pages') return <PdfReader key={find} {...reader} />;
  if (version.reading.text.trim() === '')
    return (
      <>
        <ReaderBar {...bar} />
        <NoText why="There are no words in this file: its pages may be pictures. Look at the pages." />
      </>
    );
  return <TextReader key={find} {...reader} />;
}

function NoText({ why }: { readonly why: string }) {
  const view = useView();
  return (
    <EmptyState
      title="There is no text to read"
      action={<Button onPress={() => view.go({ view: 'sources' })}>All sources</Button>}
    >
      {why}
    </EmptyState>
  );
}
