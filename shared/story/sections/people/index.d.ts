/** People involved: who they are and where they stand now. */
export declare const people: import("../../section.ts").Section<{
    readonly name: import("../../fields.ts").Field<string>;
    readonly spellings: import("../../fields.ts").Field<readonly string[]>;
    readonly role: import("../../fields.ts").Field<string>;
    /** The current stance. Story JSON and pages call it the note. */
    readonly note: import("../../fields.ts").Field<string>;
    readonly stanceOn: import("../../fields.ts").Field<import("../../dates/types.ts").StoryDate | null>;
    /** SHA-256 of a captured picture; '' where there is none. */
    readonly picture: import("../../fields.ts").Field<string>;
}>;
