import type { PageRule } from '../../page-rule.ts';
/** Events stand as `N. title`, category, text; or as `-`, title, then category and text glued together. */
export declare const eventsPage: PageRule;
