import type { UpdateChoice, UpdateItem, UpdatePlan } from '../../shared/imports/index.ts';

/** The items of an update by what a person has to say to them. */
export interface UpdateGroups {
  readonly changed: readonly UpdateItem[];
  readonly added: readonly UpdateItem[];
  /** New, but perhaps about something that is there already. */
  readonly doubtful: readonly UpdateItem[];
  readonly same: readonly UpdateItem[];
  readonly gone: readonly UpdateItem[];
}

export function groupsOf({ items }: UpdatePlan): UpdateGroups {
  const added = items.filter((item) => item.status === 'new');
  return {
    changed: items.filter((item) => item.status === 'changed'),
    added: added.filter((item) => item.similarTo === null),
    doubtful: added.filter((item) => item.similarTo !== null),
    same: items.filter((item) => item.status === 'same'),
    gone: items.filter((item) => item.status === 'gone'),
  };
}

/** What a person decided, by key; what is not there is as the plan suggests. */
export type Choices = ReadonlyMap<string, UpdateChoice>;

interface Choosable {
  readonly key: string;
  readonly choice: UpdateChoice;
}

export function choiceOf(choices: Choices, one: Choosable): UpdateChoice {
  return choices.get(one.key) ?? one.choice;
}

/** The same choice for several at once. */
export function withChoices(choices: Choices, keys: readonly string[], choice: UpdateChoice): Choices {
  return new Map([...choices, ...keys.map((key) => [key, choice] as const)]);
}

/** How many items and parts of the head are taken over. */
export function chosenCount(plan: UpdatePlan, choices: Choices): number {
  const all: readonly Choosable[] = [
    ...plan.story,
    ...plan.items.filter(({ status }) => status === 'new' || status === 'changed'),
  ];
  return all.filter((one) => choiceOf(choices, one) !== 'skip').length;
}

/** "12 new, 5 changed, 2 possible duplicates, 40 the same and 3 not on this page." */
export function tallyOf(groups: UpdateGroups): readonly (readonly [string, number])[] {
  const all: readonly (readonly [string, number])[] = [
    ['new', groups.added.length],
    ['changed', groups.changed.length],
    [groups.doubtful.length === 1 ? 'possible duplicate' : 'possible duplicates', groups.doubtful.length],
    ['the same', groups.same.length],
    ['not on this page', groups.gone.length],
  ];
  return all.filter(([, count]) => count > 0);
}
