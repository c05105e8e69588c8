import * as v from 'valibot';
/** One immutable capture of a source, stored outside the document and named by its content. */
declare const captureSchema: v.ObjectSchema<{
    /** SHA-256 of the original bytes, hex. */
    readonly hash: v.SchemaWithPipe<readonly [v.StringSchema<undefined>, v.RegexAction<string, undefined>]>;
    readonly name: v.StringSchema<undefined>;
    readonly mediaType: v.StringSchema<undefined>;
    /** Bytes. */
    readonly size: v.NumberSchema<undefined>;
    readonly capturedAt: v.StringSchema<undefined>;
}, undefined>;
export type Capture = v.InferOutput<typeof captureSchema>;
/** The documents the story rests on. */
export declare const sources: import("../../section.ts").Section<{
    readonly title: import("../../fields.ts").Field<string>;
    readonly authors: import("../../fields.ts").Field<readonly string[]>;
    readonly publisher: import("../../fields.ts").Field<string>;
    readonly published: import("../../fields.ts").Field<import("../../dates/types.ts").StoryDate | null>;
    readonly accessed: import("../../fields.ts").Field<import("../../dates/types.ts").StoryDate | null>;
    readonly address: import("../../fields.ts").Field<string>;
    readonly language: import("../../fields.ts").Field<string>;
    /** Reliability of the source, NATO (AJP-2.1) grading; its words are shown, never the letter alone. */
    readonly reliability: import("../../fields.ts").Field<"a" | "b" | "c" | "unset" | "d" | "e" | "f">;
    /** Captures, oldest first: capturing again adds one. */
    readonly captures: import("../../fields.ts").Field<readonly {
        hash: string;
        name: string;
        mediaType: string;
        size: number;
        capturedAt: string;
    }[]>;
}>;
export {};
