/** A category and the text that was glued to it. */
export interface GluedText {
    readonly category: string;
    readonly text: string;
}
/**
 * The categories to look for in glued lines, longest first: the known ones, and those that repeat on the page.
 * @param lines the first line of every event's body
 */
export declare function categoriesOf(lines: readonly string[], known: readonly string[]): readonly string[];
/**
 * Splits a line in which category and text are glued together.
 * @param categories as `categoriesOf` gives them
 * @returns null where it is doubtful where the category ends
 */
export declare function splitGlued(line: string, categories: readonly string[]): GluedText | null;
