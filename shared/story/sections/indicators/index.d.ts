/** Key indicators: one number of the story, with what it counts. */
export declare const indicators: import("../../section.ts").Section<{
    readonly value: import("../../fields.ts").Field<string>;
    readonly label: import("../../fields.ts").Field<string>;
    readonly detail: import("../../fields.ts").Field<string>;
    readonly unit: import("../../fields.ts").Field<string>;
    readonly scope: import("../../fields.ts").Field<string>;
    readonly asOf: import("../../fields.ts").Field<import("../../dates/types.ts").StoryDate | null>;
    /** What the value was before, oldest first; appended when it changes. */
    readonly earlier: import("../../fields.ts").Field<readonly import("../../fields.ts").LogItem[]>;
}>;
