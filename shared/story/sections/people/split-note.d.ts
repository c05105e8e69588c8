/** What a person's line holds. */
export interface RoleAndNote {
    readonly role: string;
    readonly note: string;
    /** False where the brackets do not pair, so that the place of the split is a guess. */
    readonly sure: boolean;
}
/** Splits `role (note)`: the note is the last balanced bracket group of the line. Linear in the line's length. */
export declare function splitNote(text: string): RoleAndNote;
