import { err, ok } from '../lib/result.ts';
import type { Result } from '../lib/result.ts';
import type { ImportDraft } from '../story/import-draft.ts';
import type { PageEntry } from '../story/page-rule.ts';
import { bibtexReference } from './bibtex/read.ts';
import { parseBibtex } from './bibtex/parse.ts';
import { parseCsl } from './csl/parse.ts';
import { itemSource } from './csl/read.ts';
import { fileText } from './file-text.ts';
import { formatOf } from './format.ts';
import type { ReferenceFormat } from './format.ts';
import { maxRecords, mostProblems } from './limits.ts';
import { refusal } from './problem.ts';
import type { InterchangeProblem, RecordProblem } from './problem.ts';
import type { ReadRecord } from './reference.ts';
import { parseRis } from './ris/parse.ts';
import { risReference } from './ris/read.ts';
import { sourceOf } from './source-reference.ts';

/** What a file of references holds. */
export interface ReadReferences {
  readonly format: ReferenceFormat;
  readonly fileName: string;
  /** One source per record, metadata alone; doubts name what could not be read of it. */
  readonly sources: readonly PageEntry[];
  /** Records that were left out, and what else a person should know; in the order of the file. */
  readonly problems: readonly RecordProblem[];
}

interface Records {
  readonly records: readonly ReadRecord[];
  readonly problems: readonly RecordProblem[];
}

/**
 * Reads a file of references: RIS, BibTeX or BibLaTeX, CSL-JSON, many records in each. A record that cannot be read is named with its line,
 * the others go on. Never throws on bad input.
 * @param name for telling the form where the content does not
 */
export function readReferences(bytes: Uint8Array, name: string): Result<ReadReferences, InterchangeProblem> {
  const decoded = fileText(bytes);
  if (!decoded.ok) return decoded;
  const { text, guessed } = decoded.value;
  const format = formatOf(text, name);
  if (format === null || format === 'jsonld')
    return err(refusal('unknown-format', 'This is no file of references: no RIS, BibTeX or CSL-JSON.'));
  const read = recordsOf(text, format);
  if (!read.ok) return read;
  const { records } = read.value;
  const first = read.value.problems[0];
  if (records.length === 0) {
    const why = first === undefined ? '' : ` Line ${first.line}: ${first.message}`;
    return err(refusal('no-record', `No reference could be read.${why}`));
  }
  const encoding = {
    line: 0,
    message: 'This file is not UTF-8 and was read as Windows-1252: look at letters with accents.',
  };
  const problems = [...(guessed ? [encoding] : []), ...read.value.problems];
  const sources = records.map(({ reference, line, doubts }) => ({
    draft: format === 'csl' ? itemSource(reference) : sourceOf(reference),
    line,
    doubts: reference.title === '' ? [...doubts, { line, message: 'It has no title.' }] : doubts,
  }));
  return ok({ format, fileName: name, sources, problems: shortened(problems) });
}

const tooMany = refusal('too-many', `This file has more than ${maxRecords.toLocaleString('en-GB')} references.`);

function recordsOf(text: string, format: ReferenceFormat): Result<Records, InterchangeProblem> {
  switch (format) {
    case 'csl':
      return parseCsl(text);
    case 'ris': {
      const { records, problems } = parseRis(text);
      if (records.length > maxRecords) return err(tooMany);
      return ok({ records: records.map(risReference), problems });
    }
    case 'bibtex': {
      const { entries, problems } = parseBibtex(text);
      if (entries.length > maxRecords) return err(tooMany);
      return ok({ records: entries.map(bibtexReference), problems });
    }
  }
}

function shortened(problems: readonly RecordProblem[]): readonly RecordProblem[] {
  const more = problems.length - mostProblems;
  if (more <= 0) return problems;
  return [...problems.slice(0, mostProblems), { line: 0, message: `And ${more.toLocaleString('en-GB')} more.` }];
}

/** What was read as the draft of an import: for a notebook that has nothing yet, and for Story JSON. */
export function draftOfReferences({ fileName, sources, problems }: ReadReferences): ImportDraft {
  return {
    format: 'references',
    fileName,
    story: {},
    entries: sources,
    unsorted: [],
    doubts: problems.map(({ line, message }) => ({ line, message: line === 0 ? message : `Line ${line}: ${message}` })),
  };
}
