import type { PageLine } from '../../page-rule.ts';
/** The lines of one event. */
export interface EventLines {
    readonly title: PageLine;
    readonly body: readonly PageLine[];
    readonly doubt?: string;
}
/** A timeline's lines, event by event. */
export interface SplitEvents {
    readonly events: readonly EventLines[];
    readonly unsorted: readonly PageLine[];
    /** Whether category and text share a line. */
    readonly glued: boolean;
}
/** Finds the events: by their numbers, by their bullets, or, where both were lost, by the shape of the lines. */
export declare function splitEvents(lines: readonly PageLine[], known: ReadonlySet<string>): SplitEvents;
