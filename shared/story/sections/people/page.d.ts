import type { PageRule } from '../../page-rule.ts';
/** People stand as `[name] name role[ (note)]`: the name is doubled by its picture. */
export declare const peoplePage: PageRule;
