import type { BriefBlock, BriefContext, PrintedEntry } from '../../brief-block.ts';
import type { StoryDate } from '../../dates/index.ts';
interface Source {
    readonly title: string;
    readonly authors: readonly string[];
    readonly publisher: string;
    readonly published: StoryDate | null;
    readonly accessed: StoryDate | null;
    readonly address: string;
    readonly language: string;
    readonly reliability: keyof typeof grades;
}
/** Grades in words, never the letter alone. */
declare const grades: {
    readonly unset: "";
    readonly a: "Completely reliable";
    readonly b: "Usually reliable";
    readonly c: "Fairly reliable";
    readonly d: "Not usually reliable";
    readonly e: "Unreliable";
    readonly f: "Reliability cannot be judged";
};
/** The sources that are known, and a remark where the page declared more than these. */
export declare function briefSources(entries: readonly PrintedEntry<Source>[], { story }: BriefContext): readonly BriefBlock[] | null;
export {};
