/** The timeline: what happened, was said, is claimed or is expected. */
export declare const events: import("../../section.ts").Section<{
    readonly title: import("../../fields.ts").Field<string>;
    readonly date: import("../../fields.ts").Field<import("../../dates/types.ts").StoryDate | null>;
    /** A clock time as written, "07:40"; kept apart from the date, which knows no zone. */
    readonly time: import("../../fields.ts").Field<string>;
    readonly zone: import("../../fields.ts").Field<string>;
    readonly category: import("../../fields.ts").Field<string>;
    readonly text: import("../../fields.ts").Field<string>;
    readonly actors: import("../../fields.ts").Field<readonly import("../../ref.ts").EntryRef[]>;
    readonly nature: import("../../fields.ts").Field<"event" | "statement" | "allegation" | "forecast">;
    readonly expected: import("../../fields.ts").Field<"happened" | "expected">;
}>;
