import type { PageRule } from '../../page-rule.ts';
/** Scenarios stand as number, title, `Discussed by: …`, text with a trigger; or without the number. */
export declare const scenariosPage: PageRule;
