import type { PageRule } from '../../page-rule.ts';
/** Organizations stand as `[name] name kind`, then `Status: …`, then the description. */
export declare const organizationsPage: PageRule;
