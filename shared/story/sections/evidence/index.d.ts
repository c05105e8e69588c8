/** Evidence links: a passage or a source, tied to a field of an entry. */
export declare const evidence: import("../../section.ts").Section<{
    readonly from: import("../../fields.ts").Field<import("../../ref.ts").EntryRef | null>;
    readonly to: import("../../fields.ts").Field<import("../../ref.ts").EntryRef | null>;
    readonly relation: import("../../fields.ts").Field<"supports" | "disputes" | "context">;
    /** Credibility of the item, NATO (AJP-2.1) grading; its words are shown, never the number alone. */
    readonly credibility: import("../../fields.ts").Field<"1" | "2" | "3" | "4" | "5" | "6" | "unset">;
    readonly note: import("../../fields.ts").Field<import("../../rich-text.ts").RichText>;
}>;
