import type { BriefBlock, PrintedEntry } from '../../brief-block.ts';
interface Organization {
    readonly name: string;
    readonly acronym: string;
    readonly spellings: readonly string[];
    readonly kind: string;
    readonly status: string;
    readonly note: string;
}
/** The organizations as rows: name, acronym and spellings, kind, description, status. */
export declare function briefOrganizations(entries: readonly PrintedEntry<Organization>[]): readonly BriefBlock[] | null;
export {};
