/** Historical contexts: what happened before that this resembles. */
export declare const contexts: import("../../section.ts").Section<{
    readonly title: import("../../fields.ts").Field<string>;
    /** The years as printed: "1994-2014", "1953-present". */
    readonly span: import("../../fields.ts").Field<string>;
    readonly whatHappened: import("../../fields.ts").Field<string>;
    readonly shortTerm: import("../../fields.ts").Field<string>;
    readonly longTerm: import("../../fields.ts").Field<string>;
    readonly relevance: import("../../fields.ts").Field<string>;
}>;
