/** Scenarios: how the story may go on, who says so, and what would set it off. */
export declare const scenarios: import("../../section.ts").Section<{
    readonly title: import("../../fields.ts").Field<string>;
    readonly discussedBy: import("../../fields.ts").Field<string>;
    readonly text: import("../../fields.ts").Field<string>;
    readonly trigger: import("../../fields.ts").Field<string>;
    /** "55%" and the like, oldest first. */
    readonly probability: import("../../fields.ts").Field<readonly import("../../fields.ts").LogItem[]>;
}>;
