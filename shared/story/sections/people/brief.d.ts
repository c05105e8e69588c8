import type { BriefBlock, PrintedEntry } from '../../brief-block.ts';
import type { StoryDate } from '../../dates/index.ts';
interface Person {
    readonly name: string;
    readonly spellings: readonly string[];
    readonly role: string;
    readonly note: string;
    readonly stanceOn: StoryDate | null;
}
/** The people as rows: name and spellings, role, current stance with its day. */
export declare function briefPeople(entries: readonly PrintedEntry<Person>[]): readonly BriefBlock[] | null;
export {};
