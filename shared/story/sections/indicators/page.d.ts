import type { PageRule } from '../../page-rule.ts';
/** Indicators stand as triples: value, label, detail. A value can be any short text, also `1`. */
export declare const indicatorsPage: PageRule;
