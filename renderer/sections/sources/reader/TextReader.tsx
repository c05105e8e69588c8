import { useMemo, useState } from 'react';
import { Caret } from './Caret.tsx';
import { FindField } from './FindField.tsx';
import { ReaderPageContext } from './page-context.ts';
import { PassagesFrame } from './PassagesFrame.tsx';
import { placed } from './found-passage.ts';
import { ReaderBar } from './ReaderBar.tsx';
import type { ReaderBarProps } from './ReaderBar.tsx';
import { ReadingText } from './ReadingText.tsx';
import styles from './reader.module.css';
import { focusSelectionBar, SelectionBar } from './SelectionBar.tsx';
import { textSurface } from './surface.ts';
import { useArrival } from './use-arrival.ts';
import { useCaret } from './use-caret.ts';
import { useChosenPassage } from './use-chosen-passage.ts';
import { useFind, usePaint } from './use-find.ts';
import { usePassages } from './use-passages.ts';
import type { ReadVersion } from './use-passages.ts';
import { useSelectedPlace } from './use-selected-place.ts';
import { useReadOnly } from '../../../session/session-context.ts';

interface TextReaderProps {
  readonly version: ReadVersion;
  /** The source in what is remembered of places. */
  readonly of: string;
  /** Words to find and land on at first; '' for none. */
  readonly find: string;
  readonly bar: Omit<ReaderBarProps, 'caret' | 'children'>;
  /** Whether there is room for the passages beside the text. */
  readonly isWide: boolean;
}

/** A source's text: read, searched, and marked by mouse and by keyboard. */
export function TextReader({ version, of, find, bar, isWide }: TextReaderProps) {
  const [root, setRoot] = useState<HTMLDivElement | null>(null);
  const surface = useMemo(() => textSurface(() => root), [root]);
  const { reading, capture } = version;
  const isReadOnly = useReadOnly();
  const passages = usePassages(version);
  const marked = useMemo(() => placed(passages), [passages]);
  const finding = useFind(reading.text, surface, find);
  usePaint(surface, 'source-find', finding.found);
  const here = finding.found[finding.current];
  usePaint(
    surface,
    'source-find-current',
    useMemo(() => (here === undefined ? [] : [here]), [here]),
  );
  const [selected, letGo] = useSelectedPlace(surface, reading.text);
  const chosen = useChosenPassage({ passages, surface, isWide });
  useArrival({ surface, of, capture: capture.hash, isLanding: find !== '' || chosen.id !== null });
  const caret = useCaret();
  const page = useMemo(() => ({ version, surface }), [version, surface]);
  return (
    <ReaderPageContext value={page}>
      <ReaderBar {...bar} caret={caret}>
        <FindField finding={finding} />
      </ReaderBar>
      <PassagesFrame passages={passages} chosen={chosen} isWide={isWide}>
        <section className={styles.textFrame} aria-label="Text of the source">
          <ReadingText reading={reading} passages={marked} chosen={chosen.id} root={setRoot} />
          {caret.isOn && root !== null && (
            <Caret
              surface={surface}
              onEnter={(passage) => (passage === null ? focusSelectionBar() : chosen.enter(passage))}
              onEnd={caret.end}
            />
          )}
          {selected !== null && !isReadOnly && (
            <SelectionBar
              version={version}
              surface={surface}
              place={selected}
              onDone={() => {
                letGo();
                caret.focus();
              }}
            />
          )}
        </section>
      </PassagesFrame>
    </ReaderPageContext>
  );
}
