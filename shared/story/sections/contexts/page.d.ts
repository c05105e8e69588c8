import type { PageRule } from '../../page-rule.ts';
/** Contexts stand as title, years, and five labelled parts. */
export declare const contextsPage: PageRule;
