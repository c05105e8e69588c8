import type { Mark } from './marks.ts';

/**
 * The marks in the order in which they deserve a label: what is expected, the latest, the earliest, then the others so
 * that each next one halves the widest gap; plain events before statements, allegations and forecasts.
 * @param marks in order of time
 */
export function byImportance(marks: readonly Mark[]): readonly Mark[] {
  const expected = marks.filter((mark) => mark.expected);
  const happened = marks.filter((mark) => !mark.expected);
  const [first, ...rest] = happened;
  const last = rest.pop();
  const ends = [last, first].filter((mark) => mark !== undefined);
  const plain = rest.filter((mark) => mark.plain);
  const others = rest.filter((mark) => !mark.plain);
  return [...expected, ...ends, ...halving(plain), ...halving(others)];
}

/** The middle, then the middles of both halves, and so on. */
function halving<T>(items: readonly T[]): readonly T[] {
  const order: T[] = [];
  const queue: (readonly [number, number])[] = [[0, items.length]];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const [from, to] = next;
    if (from >= to) continue;
    const middle = Math.floor((from + to) / 2);
    const item = items[middle];
    if (item !== undefined) order.push(item);
    queue.push([from, middle], [middle + 1, to]);
  }
  return order;
}
