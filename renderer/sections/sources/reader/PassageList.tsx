import type { FoundPassage } from './found-passage.ts';
import { MarginItem } from './MarginItem.tsx';
import styles from './reader.module.css';

export interface MarginProps {
  readonly passages: readonly FoundPassage[];
  readonly chosen: string | null;
  readonly onShow: (passage: FoundPassage) => void;
}

/** Passages one below the other, wherever in the text they are. */
export function PassageList({ passages, chosen, onShow }: MarginProps) {
  return (
    <ul className={styles.listed}>
      {passages.map((one) => (
        <MarginItem
          key={one.passage.id}
          {...one}
          isChosen={one.passage.id === chosen}
          top={null}
          onShow={() => onShow(one)}
        />
      ))}
    </ul>
  );
}
