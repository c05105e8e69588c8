import { fieldLabel, nameOf, quoteOf, sourceName, valueWords } from '../../shared/evidence/index.ts';
import type { EvidenceNotebook, LedgerRow, LedgerStatement } from '../../shared/evidence/index.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { plainFromRich } from '../../shared/story/rich-text.ts';
import { section } from '../../shared/story/sections.ts';

/** "Vessels waiting: value" */
export function fieldName(notebook: EvidenceNotebook, ref: EntryRef): string {
  const name = nameOf(notebook, ref) ?? 'An entry that is not in this notebook';
  return ref.field === undefined ? name : `${name}: ${fieldLabel(ref).toLowerCase()}`;
}

/** What a row is called. */
export function rowTitle(notebook: EvidenceNotebook, { made, about }: LedgerRow): string {
  if (made !== null) return section('contradictions').title(made.fields);
  const [first] = about;
  return first === undefined ? 'A contradiction' : fieldName(notebook, first);
}

/** What is said, in a few words: a value, or the words of a passage or of the field. */
export function statementWords(notebook: EvidenceNotebook, statement: LedgerStatement): string {
  const value = valueWords(statement);
  if (value !== '' || statement.link === null) return value;
  const quote = quoteOf(notebook, statement.link);
  return quote === '' ? '' : `“${quote}”`;
}

/** Everything a row says, to be searched. */
export function rowWords(notebook: EvidenceNotebook, row: LedgerRow): string {
  const said = row.statements.map((one) =>
    [
      statementWords(notebook, one),
      one.scope,
      one.link === null ? '' : sourceName(notebook, one.link),
      fieldName(notebook, one.about),
    ].join(' '),
  );
  const kept = row.made === null ? '' : plainFromRich([...row.made.fields.note, ...row.made.fields.judgement]);
  return [rowTitle(notebook, row), kept, ...said].join('\n');
}
