import { firstSentence, joined } from '../../brief-block.ts';
import type { BriefBlock, BriefContext, PrintedEntry } from '../../brief-block.ts';

interface Organization {
  readonly name: string;
  readonly acronym: string;
  readonly spellings: readonly string[];
  readonly kind: string;
  readonly status: string;
  readonly note: string;
}

/** The organizations as rows: name, acronym and spellings, kind, status, description; in short its first sentence. */
export function briefOrganizations(
  entries: readonly PrintedEntry<Organization>[],
  { depth }: BriefContext,
): readonly BriefBlock[] | null {
  if (entries.length === 0) return null;
  const rows = entries.map(({ kind, id, fields }) => {
    // Pages print "North Atlantic Treaty Organization (NATO)": the acronym is then in the name already.
    const acronym = fields.name.includes(fields.acronym) ? '' : fields.acronym;
    return {
      ref: { kind, id },
      title: fields.name || fields.acronym || 'Unnamed organization',
      also: joined([acronym, ...fields.spellings], ', '),
      meta: fields.kind,
      text: depth === 'full' ? fields.note : firstSentence(fields.note),
      notes: fields.status === '' ? [] : [`Status: ${fields.status}`],
    };
  });
  return [{ type: 'rows', rows }];
}
