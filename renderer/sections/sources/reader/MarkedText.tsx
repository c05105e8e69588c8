import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { useReadOnly } from '../../../session/session-context.ts';
import { Caret } from './Caret.tsx';
import { Holders } from './dom-places.ts';
import { FindField } from './FindField.tsx';
import { placed } from './found-passage.ts';
import type { PlacedPassage } from './found-passage.ts';
import { ReaderPageContext } from './page-context.ts';
import { PassagesFrame } from './PassagesFrame.tsx';
import { ReaderBar } from './ReaderBar.tsx';
import type { ReaderBarProps } from './ReaderBar.tsx';
import styles from './reader.module.css';
import { focusSelectionBar, SelectionBar } from './SelectionBar.tsx';
import type { Surface } from './surface.ts';
import { useArrival } from './use-arrival.ts';
import { useCaret } from './use-caret.ts';
import { useChosenPassage } from './use-chosen-passage.ts';
import { useFind, usePaint } from './use-find.ts';
import { usePassages } from './use-passages.ts';
import type { ReadVersion } from './use-passages.ts';
import { useSelectedPlace } from './use-selected-place.ts';

/** What a reader is given, however it shows the text. */
export interface ReaderProps {
  readonly version: ReadVersion;
  /** The source in what is remembered of places. */
  readonly of: string;
  /** Words to find and land on at first; '' for none. */
  readonly find: string;
  readonly bar: Omit<ReaderBarProps, 'caret' | 'children'>;
  /** Whether there is room for the passages beside the text. */
  readonly isWide: boolean;
}

interface MarkedTextProps extends ReaderProps {
  readonly surface: Surface;
  /** Changes when other words come onto the page: what is painted is painted anew. */
  readonly shown?: unknown;
  /** More for the bar above the text. */
  readonly tools?: ReactNode;
  /** The text, with its highlights and the one that is chosen. */
  readonly children: (marked: readonly PlacedPassage[], chosen: string | null) => ReactNode;
}

/** A source's text, however it is shown: searched, and marked by mouse and by keyboard. */
export function MarkedText({ version, of, find, bar, isWide, surface, shown, tools, children }: MarkedTextProps) {
  const { reading, capture } = version;
  const isReadOnly = useReadOnly();
  const passages = usePassages(version);
  const marked = useMemo(() => placed(passages), [passages]);
  const finding = useFind(reading.text, surface, find);
  const here = finding.found[finding.current];
  usePaint(surface, 'source-find', finding.found, shown);
  usePaint(
    surface,
    'source-find-current',
    useMemo(() => (here === undefined ? [] : [here]), [here]),
    shown,
  );
  const [selected, letGo] = useSelectedPlace(surface, reading.text);
  const chosen = useChosenPassage({ passages, surface, isWide });
  useArrival({ surface, of, capture: capture.hash, isLanding: find !== '' || chosen.id !== null });
  const caret = useCaret();
  const page = useMemo(() => ({ version, surface }), [version, surface]);
  const done = (): void => {
    const end = selected?.end;
    letGo();
    // The words are drawn anew with their highlight: the caret goes on behind them.
    requestAnimationFrame(() => {
      const root = surface.root();
      const range = root === null || end === undefined ? null : new Holders(root).rangeOf({ start: end - 1, end });
      if (range !== null) getSelection()?.collapse(range.endContainer, range.endOffset);
      caret.focus();
    });
  };
  return (
    <ReaderPageContext value={page}>
      <ReaderBar {...bar} caret={caret}>
        <FindField finding={finding} />
        {tools}
      </ReaderBar>
      <PassagesFrame passages={passages} chosen={chosen} isWide={isWide}>
        <section className={styles.textFrame} aria-label="Text of the source">
          {children(marked, chosen.id)}
          {caret.isOn && surface.root() !== null && (
            <Caret
              surface={surface}
              onEnter={(passage) => (passage === null ? focusSelectionBar() : chosen.enter(passage))}
              onEnd={caret.end}
            />
          )}
          {selected !== null && !isReadOnly && (
            <SelectionBar version={version} surface={surface} place={selected} onDone={done} />
          )}
        </section>
      </PassagesFrame>
    </ReaderPageContext>
  );
}
