import type { BriefBlock, PrintedEntry } from '../../brief-block.ts';
import type { LogItem } from '../../fields.ts';
interface Scenario {
    readonly title: string;
    readonly discussedBy: string;
    readonly text: string;
    readonly trigger: string;
    readonly probability: readonly LogItem[];
}
/** The scenarios as numbered articles, with who discusses them, how likely they are held to be, and what would set them off. */
export declare function briefScenarios(entries: readonly PrintedEntry<Scenario>[]): readonly BriefBlock[] | null;
export {};
