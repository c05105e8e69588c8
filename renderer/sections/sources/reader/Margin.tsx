import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { Disclosure } from '../../../ui/index.ts';
import { placeOf } from './found-passage.ts';
import type { FoundPassage } from './found-passage.ts';
import { besideTheText } from './margin-layout.ts';
import { MarginItem } from './MarginItem.tsx';
import { PassageList } from './PassageList.tsx';
import type { MarginProps } from './PassageList.tsx';
import styles from './reader.module.css';
import { useReaderPage } from './page-context.ts';
import type { Surface } from './surface.ts';

/** The passages that are in the text, beside it, each where it is. */
export function MarginBeside({ passages, chosen, onShow }: MarginProps) {
  const { surface } = useReaderPage();
  const list = useRef<HTMLUListElement>(null);
  const tops = useTops(list, passages, chosen, surface);
  return (
    <section className={styles.margin} aria-label="Passages">
      <ul ref={list} className={styles.beside}>
        {passages.map((one) => (
          <MarginItem
            key={one.passage.id}
            {...one}
            isChosen={one.passage.id === chosen}
            top={tops.get(one.passage.id) ?? null}
            onShow={() => onShow(one)}
          />
        ))}
      </ul>
    </section>
  );
}

interface MarginAboveProps extends MarginProps {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** The passages that are in the text, as a list above it: where the window has no room for them beside it. */
export function MarginAbove({ isOpen, onOpen, ...listed }: MarginAboveProps) {
  const count = listed.passages.length;
  return (
    <section className={styles.above} aria-label="Passages">
      <Disclosure title={count === 1 ? '1 passage' : `${count} passages`} isExpanded={isOpen} onExpandedChange={onOpen}>
        <PassageList {...listed} />
      </Disclosure>
    </section>
  );
}

const nowhere: ReadonlyMap<string, number> = new Map();

/** Where each item stands; measured anew whenever the text or an item becomes longer or shorter. */
function useTops(
  list: RefObject<HTMLUListElement | null>,
  passages: readonly FoundPassage[],
  chosen: string | null,
  surface: Surface,
): ReadonlyMap<string, number> {
  const [tops, setTops] = useState(nowhere);
  useLayoutEffect(() => {
    const root = surface.root();
    const element = list.current;
    if (root === null || element === null) return undefined;
    const measure = (): void => {
      const heights = new Map(
        [...element.children].map((child) => [
          child.getAttribute('data-passage'),
          child.getBoundingClientRect().height,
        ]),
      );
      const items = passages.flatMap(({ passage, found }) => {
        const place = placeOf(found);
        const top = place === null ? null : surface.topOf(place);
        return top === null ? [] : [{ key: passage.id, top, height: heights.get(passage.id) ?? 0 }];
      });
      const next = besideTheText(items, chosen);
      setTops((before) => (isSame(before, next) ? before : next));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(root);
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
  }, [list, passages, chosen, surface]);
  return tops;
}

function isSame(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean {
  return a.size === b.size && [...a].every(([key, top]) => Math.abs(top - (b.get(key) ?? NaN)) < 1);
}
