import type { MarginProps } from './Margin.tsx';
import { MarginItem } from './MarginItem.tsx';
import styles from './reader.module.css';

/** The passages that have no place in the version that is read: those that ask where they are, and those that are not there. */
export function LostPassages({ passages, chosen, onShow }: MarginProps) {
  return (
    <section className={styles.lost} aria-label="Passages without a place in this version">
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
    </section>
  );
}
