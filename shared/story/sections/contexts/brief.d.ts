import type { BriefBlock, PrintedEntry } from '../../brief-block.ts';
interface HistoricalContext {
    readonly title: string;
    readonly span: string;
    readonly whatHappened: string;
    readonly shortTerm: string;
    readonly longTerm: string;
    readonly relevance: string;
}
/** The historical contexts as articles: what happened, how it came out, and why it matters now. */
export declare function briefContexts(entries: readonly PrintedEntry<HistoricalContext>[]): readonly BriefBlock[] | null;
export {};
