/** Organizations involved. */
export declare const organizations: import("../../section.ts").Section<{
    readonly name: import("../../fields.ts").Field<string>;
    readonly acronym: import("../../fields.ts").Field<string>;
    readonly spellings: import("../../fields.ts").Field<readonly string[]>;
    readonly kind: import("../../fields.ts").Field<string>;
    readonly status: import("../../fields.ts").Field<string>;
    /** The description. Story JSON calls it the note. */
    readonly note: import("../../fields.ts").Field<string>;
}>;
