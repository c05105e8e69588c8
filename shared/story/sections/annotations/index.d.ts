/** Annotations, called Notes in the window: a thread on any entry, field or passage. A reply is an entry of its own. */
export declare const annotations: import("../../section.ts").Section<{
    readonly target: import("../../fields.ts").Field<import("../../ref.ts").EntryRef | null>;
    /** The first note of the thread; null for that first note itself. */
    readonly replyTo: import("../../fields.ts").Field<import("../../ref.ts").EntryRef | null>;
    readonly author: import("../../fields.ts").Field<string>;
    readonly text: import("../../fields.ts").Field<import("../../rich-text.ts").RichText>;
    readonly editedAt: import("../../fields.ts").Field<string | null>;
    readonly resolvedAt: import("../../fields.ts").Field<string | null>;
    readonly resolvedBy: import("../../fields.ts").Field<string>;
}>;
