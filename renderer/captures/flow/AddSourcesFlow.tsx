import { useCallback, useEffect, useImperativeHandle, useState, useSyncExternalStore } from 'react';
import type { Ref } from 'react';
import type { Bridge } from '../../../shared/bridge/index.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { localDay } from '../../fields/index.ts';
import type { CaptureStore } from '../../persistence/captures.ts';
import { useActions } from '../../session/actions.ts';
import type { OpenNotebook } from '../../session/session-context.ts';
import { useAsOf, usePlaceOf, useSelectionOf } from '../../session/view-state.ts';
import { toasts } from '../../ui/index.ts';
import { broughtAddress, chosenFile } from './brought.ts';
import type { Brought } from './brought.ts';
import { CaptureQueue } from './capture-queue.ts';
import { sourcesWords } from './flow-words.ts';
import { ManyDialog } from './ManyDialog.tsx';
import { OneDialog } from './OneDialog.tsx';
import { StartDialog } from './StartDialog.tsx';

/** What the flow can be handed from outside. */
export interface AddSources {
  /** Takes what is to become sources. */
  bring(brought: readonly Brought[]): void;
}

interface AddSourcesFlowProps {
  readonly bridge: Bridge;
  readonly captures: CaptureStore;
  readonly open: OpenNotebook;
  readonly ref?: Ref<AddSources>;
}

/** How sources come into the open notebook: the ways in, then what was brought, read, confirmed and added. */
export function AddSourcesFlow({ bridge, captures, open, ref }: AddSourcesFlowProps) {
  const { session, view } = open;
  /** What the ways in are open for: new sources, or another version of one; null while they are closed. */
  const [start, setStart] = useState<'new' | { readonly source: string } | null>(null);
  const [queue] = useState(
    () =>
      new CaptureQueue({
        session,
        captures,
        // Loaded with the first file: the window's first picture does not wait for it.
        extract: async (...file) => (await import('../extract/index.ts')).extractCapture(...file),
        today: () => localDay(new Date()),
        onDone: (added) => tell(open, added),
      }),
  );
  const { items, isList } = useSyncExternalStore(queue.onChange, queue.state);
  useEffect(() => () => queue.close(), [queue]);
  const bring = useCallback(
    (brought: readonly Brought[]) => {
      // What was dropped meanwhile is what is wanted.
      setStart(null);
      queue.bring(brought);
    },
    [queue],
  );
  useImperativeHandle(ref, () => ({ bring }), [bring]);
  const openFiles = async (into: string | null): Promise<void> => {
    const chosen = await bridge.files.openSources();
    if (!chosen.ok) return;
    const files = into === null ? chosen.value : chosen.value.slice(0, 1);
    queue.bring(
      files.map((file) => chosenFile(bridge, file)),
      into,
    );
  };
  const chosen = useChosenSource(open);
  useActions([
    {
      id: 'source.add',
      title: 'Add source…',
      group: 'Sources',
      keywords: ['capture', 'paste', 'clipboard', 'text', 'article', 'document', 'web', 'address', 'fetch', 'pdf'],
      run: () => setStart('new'),
    },
    {
      id: 'source.open',
      title: 'Open source files…',
      group: 'Sources',
      keywords: ['capture', 'file', 'text', 'article', 'document', 'pdf', 'html', 'mhtml', 'markdown'],
      run: () => void openFiles(null),
    },
    ...(chosen === null
      ? []
      : [
          {
            id: 'source.capture-again',
            title: 'Capture this source again…',
            group: 'Sources',
            keywords: ['version', 'update', 'newer', 'changed'],
            run: () => setStart({ source: chosen }),
          },
        ]),
  ]);
  const known = (source: string) => {
    const latest = latestOf(open, source);
    const title = session.reader.titleOf({ kind: 'sources', id: source }) ?? 'this source';
    return { title, latest, isFirst: latest === null };
  };
  const today = localDay(new Date());
  if (start !== null) {
    const into = start === 'new' ? null : start.source;
    const take = (brought: readonly Brought[]): void => {
      setStart(null);
      queue.bring(into === null ? brought : brought.slice(0, 1), into);
    };
    return (
      <StartDialog
        into={into === null ? null : { ...known(into), address: addressOf(open, into) }}
        onOpenFiles={() => {
          setStart(null);
          void openFiles(into);
        }}
        onAddress={(address) => take([broughtAddress(bridge, address)])}
        onBrought={take}
        onCancel={() => setStart(null)}
      />
    );
  }
  const [item] = items;
  if (item === undefined) return null;
  if (isList) return <ManyDialog {...{ items, queue, today }} />;
  const { into } = item;
  return (
    <OneDialog
      {...{ item, queue, today }}
      into={into === null ? null : known(into)}
      onOpen={(source) => view.go({ view: 'sources', open: source }, { kind: 'sources', id: source })}
    />
  );
}

/** The source that capturing again is about: the chosen one, or else the one that is open. None where only the past is shown. */
function useChosenSource({ session, view }: OpenNotebook): string | null {
  const selection = useSelectionOf(view);
  const place = usePlaceOf(view);
  const isPast = useAsOf(view) !== null;
  const id = selection?.kind === 'sources' ? selection.id : place.view === 'sources' ? place.open : undefined;
  if (id === undefined || isPast) return null;
  return session.reader.titleOf({ kind: 'sources', id }) === null ? null : id;
}

/** Where a source is to be found again: where it was fetched from last, or what is written in its address. */
function addressOf({ session }: OpenNotebook, source: string): string {
  const fields = session.reader.entry('sources', source)?.fields;
  return fields?.captures.at(-1)?.address ?? fields?.address ?? '';
}

function latestOf({ session }: OpenNotebook, source: string): string | null {
  return session.reader.entry('sources', source)?.fields.captures.at(-1)?.hash ?? null;
}

/** Shows what was added: the source itself, or the list of all. */
function tell({ view }: OpenNotebook, added: readonly EntryRef[]): void {
  const [first] = added;
  if (first === undefined) return;
  // It is not part of an earlier state, if that is what is shown.
  if (view.asOf() !== null) view.showAsOf(null);
  if (added.length === 1) view.go({ view: 'sources', open: first.id }, first);
  else {
    view.go({ view: 'sources' });
    toasts.show({ message: `${sourcesWords(added.length)} were added.` });
  }
}
