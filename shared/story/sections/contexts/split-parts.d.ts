import type { PageLine } from '../../page-rule.ts';
/** The parts of a context, in the order of the page. `outcome` is what stands under it before its own two parts. */
declare const partNames: readonly ["whatHappened", "outcome", "shortTerm", "longTerm", "relevance"];
type PartName = (typeof partNames)[number];
export interface ContextParts {
    readonly title: PageLine | undefined;
    readonly span: PageLine | undefined;
    readonly parts: Readonly<Record<PartName, readonly PageLine[]>>;
}
/** Splits the lines at the labels. A label that does not come after the last one in order begins a new context. */
export declare function splitParts(lines: readonly PageLine[]): {
    readonly before: readonly PageLine[];
    readonly contexts: readonly ContextParts[];
};
export {};
