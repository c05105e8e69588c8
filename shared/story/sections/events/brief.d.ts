import type { BriefBlock, BriefContext, PrintedEntry } from '../../brief-block.ts';
import type { StoryDate } from '../../dates/index.ts';
import type { EntryRef } from '../../ref.ts';
interface Happening {
    readonly title: string;
    readonly date: StoryDate | null;
    readonly time: string;
    readonly zone: string;
    readonly category: string;
    readonly text: string;
    readonly actors: readonly EntryRef[];
    readonly nature: 'event' | 'statement' | 'allegation' | 'forecast';
    readonly expected: 'happened' | 'expected';
}
/** The timeline, in the order it is given. */
export declare function briefEvents(entries: readonly PrintedEntry<Happening>[], context: BriefContext): readonly BriefBlock[] | null;
export {};
