import type { BriefBlock, PrintedEntry } from '../../brief-block.ts';
import type { StoryDate } from '../../dates/index.ts';
import type { LogItem } from '../../fields.ts';
interface Indicator {
    readonly value: string;
    readonly label: string;
    readonly detail: string;
    readonly unit: string;
    readonly scope: string;
    readonly asOf: StoryDate | null;
    readonly earlier: readonly LogItem[];
}
/** The indicators as figures, each with its unit, scope, day and what it was before. */
export declare function briefIndicators(entries: readonly PrintedEntry<Indicator>[]): readonly BriefBlock[] | null;
export {};
