import type { ReactNode } from 'react';
import { placeOf } from './found-passage.ts';
import type { FoundPassage } from './found-passage.ts';
import { LostPassages } from './LostPassages.tsx';
import { MarginAbove, MarginBeside } from './Margin.tsx';
import styles from './reader.module.css';
import type { ChosenPassage } from './use-chosen-passage.ts';

interface PassagesFrameProps {
  readonly passages: readonly FoundPassage[];
  readonly chosen: ChosenPassage;
  readonly isWide: boolean;
  readonly children: ReactNode;
}

/** A text with its passages: those without a place above it, the others beside it or, in a narrow window, above it too. */
export function PassagesFrame({ passages, chosen, isWide, children }: PassagesFrameProps) {
  const inText = passages.filter(({ found }) => placeOf(found) !== null);
  const lost = passages.filter(({ found }) => placeOf(found) === null);
  const shared = { chosen: chosen.id, onShow: chosen.show };
  return (
    <>
      {lost.length > 0 && <LostPassages passages={lost} {...shared} />}
      {!isWide && inText.length > 0 && (
        <MarginAbove passages={inText} {...shared} isOpen={chosen.isListOpen} onOpen={chosen.setListOpen} />
      )}
      <div className={styles.body} data-wide={isWide || undefined}>
        {children}
        {isWide && <MarginBeside passages={inText} {...shared} />}
      </div>
    </>
  );
}
