import type { Name } from '../interchange/index.ts';
import type { People } from './person.ts';

interface ListRule {
  /** How each is written, from the first on. */
  readonly write: (name: Name, at: number) => string;
  /** All are named when there are no more than these … */
  readonly most: number;
  /** … and otherwise so many of them. */
  readonly shown: number;
  /** Stands before the last one, with its spaces; '' for a comma alone. */
  readonly and: string;
  /** The first is turned round, so that a comma follows it always. */
  readonly inverted?: boolean;
}

/** Names as a list, with "et al." for those who are left out; '' for nobody. */
export function listed({ names, others }: People, rule: ListRule): string {
  const { most, shown, and, inverted = false } = rule;
  const isCut = names.length > most;
  const words = names.slice(0, isCut ? shown : names.length).map(rule.write);
  const [first = '', second] = words;
  if (isCut || others) {
    const comma = second !== undefined || inverted || and === '';
    return words.length === 0 ? '' : `${words.join(', ')}${comma ? ',' : ''} et al.`;
  }
  if (second === undefined || and === '') return words.join(', ');
  const comma = words.length > 2 || inverted ? ',' : '';
  return words.length === 1 ? first : `${words.slice(0, -1).join(', ')}${comma}${and}${words.at(-1) ?? ''}`;
}
