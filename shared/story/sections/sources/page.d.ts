import type { PageRule } from '../../page-rule.ts';
/** Pages say how many sources they have, and list none: `53 Sources:`. What follows is kept as unsorted text. */
export declare const sourcesPage: PageRule;
