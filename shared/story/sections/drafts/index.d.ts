/** Drafts of analysis. The text lies in a Y.Doc of its own, named after the entry (see `document.ts`). */
export declare const drafts: import("../../section.ts").Section<{
    readonly title: import("../../fields.ts").Field<string>;
}>;
