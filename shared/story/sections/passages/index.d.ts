/** Highlighted passages of a source's text. */
export declare const passages: import("../../section.ts").Section<{
    readonly source: import("../../fields.ts").Field<import("../../ref.ts").EntryRef | null>;
    readonly capture: import("../../fields.ts").Field<string>;
    readonly quote: import("../../fields.ts").Field<{
        exact: string;
        prefix: string;
        suffix: string;
    } | null>;
    readonly position: import("../../fields.ts").Field<{
        start: number;
        end: number;
        page?: number | undefined;
    } | null>;
    readonly colour: import("../../fields.ts").Field<"yellow" | "green" | "red" | "violet">;
    readonly note: import("../../fields.ts").Field<import("../../rich-text.ts").RichText>;
}>;
