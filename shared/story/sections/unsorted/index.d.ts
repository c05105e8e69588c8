/** Text from imports that no section recognised: kept in order until somebody files or deletes it. */
export declare const unsorted: import("../../section.ts").Section<{
    readonly text: import("../../fields.ts").Field<string>;
    /** The heading it stood under; '' before the first. */
    readonly under: import("../../fields.ts").Field<string>;
}>;
