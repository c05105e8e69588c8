import type { UpdateChoice } from '../../shared/imports/index.ts';

/** How the parts of an update are asked for and chosen. */
export interface Choosing {
  choiceOf(one: { readonly key: string; readonly choice: UpdateChoice }): UpdateChoice;
  choose(keys: readonly string[], choice: UpdateChoice): void;
}
