import type { BriefBlock, BriefContext, PrintedEntry } from '../../brief-block.ts';
/** The one draft chosen for the brief. Its text lies outside the notebook's root document and comes with the context. */
export declare function briefDrafts(entries: readonly PrintedEntry<{
    readonly title: string;
}>[], { draft }: BriefContext): readonly BriefBlock[] | null;
