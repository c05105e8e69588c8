import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import type { ImportDraft } from '../../story/import-draft.ts';
import type { PageEntry } from '../../story/page-rule.ts';
import type { Json, JsonObject } from '../../story/section.ts';
import { fileText } from '../file-text.ts';
import { maxRecords, mostProblems } from '../limits.ts';
import { isList, isObject, own, readJson, textOf } from '../plain-json.ts';
import { refusal } from '../problem.ts';
import type { InterchangeProblem, RecordProblem } from '../problem.ts';
import { listOf } from './bodies.ts';
import type { KnownEntries } from './known-entries.ts';
import { Placement } from './placement.ts';
import { unplacedText } from './unplaced.ts';

/** An annotation that belongs to nothing here. It can be kept as text. */
export interface UnplacedAnnotation {
  /** Its place in the file, from 1. */
  readonly line: number;
  /** Its words: the quote, what is said of it, and where it was. */
  readonly text: string;
  readonly why: string;
}

/** What a file of annotations holds. */
export interface ReadAnnotations {
  readonly format: 'jsonld';
  readonly fileName: string;
  /** Passages, notes and evidence that belong to the notebook; `line` is the place in the file, from 1. */
  readonly entries: readonly PageEntry[];
  readonly unplaced: readonly UnplacedAnnotation[];
  /** How many are in the notebook already. */
  readonly known: number;
  readonly problems: readonly RecordProblem[];
}

/**
 * Reads W3C Web Annotations: a collection, a page, a list, or one alone. Those whose source is known, by the hash of a capture or by its
 * address, become passages; notes, replies and evidence follow them. Never throws on bad input.
 * @param newId makes ids for what has none of ours
 */
export function readAnnotations(
  bytes: Uint8Array,
  fileName: string,
  known: KnownEntries,
  newId: () => string,
): Result<ReadAnnotations, InterchangeProblem> {
  const decoded = fileText(bytes);
  if (!decoded.ok) return decoded;
  if (decoded.value.guessed) return err(refusal('encoding', 'This file is not UTF-8, as JSON has to be.'));
  const json = readJson(decoded.value.text);
  if (!json.ok) return json;
  const items = itemsOf(json.value);
  if (items === null) return err(refusal('unknown-format', 'This JSON holds no Web Annotations.'));
  if (items.length > maxRecords)
    return err(refusal('too-many', `This file has more than ${maxRecords.toLocaleString('en-GB')} annotations.`));
  const problems: RecordProblem[] = [];
  const annotations = items.map((item, at) => {
    if (isObject(item) && isAnnotation(item)) return { item, line: at + 1 };
    if (problems.length < mostProblems)
      problems.push({ line: at + 1, message: 'This is no annotation and was left out.' });
    return null;
  });
  const found = annotations.filter((one) => one !== null);
  if (found.length === 0) return err(refusal('no-record', 'There is no annotation in this file.'));
  const placed = new Placement(known, newId).place(found);
  const unplaced = placed.unplaced.map(({ item, line, why }) => ({ line, why, text: unplacedText(item) }));
  return ok({ format: 'jsonld', fileName, entries: placed.entries, unplaced, known: placed.known, problems });
}

/** The annotations of a file; null where it is none of its forms. */
function itemsOf(value: Json): readonly Json[] | null {
  if (isList(value)) return value;
  if (!isObject(value)) return null;
  if (isAnnotation(value)) return [value];
  const items = own(value, 'items');
  if (isList(items)) return items;
  const first = own(value, 'first');
  const within = isObject(first) ? own(first, 'items') : undefined;
  return isList(within) ? within : null;
}

function isAnnotation(item: JsonObject): boolean {
  const types = [...listOf(own(item, 'type')), ...listOf(own(item, '@type'))];
  return (
    types.includes('Annotation') ||
    (types.length === 0 && own(item, 'target') !== undefined && textOf(item, 'id') !== '')
  );
}

/** Where texts are kept that belong to nothing. */
const unplacedHeading = 'Annotations without their source';

/** What was read as the draft of an import; what belongs to nothing is unsorted text. */
export function draftOfAnnotations({ fileName, entries, unplaced, known, problems }: ReadAnnotations): ImportDraft {
  const here = known === 1 ? 'One annotation is' : `${known.toLocaleString('en-GB')} annotations are`;
  return {
    format: 'annotations',
    fileName,
    story: {},
    entries,
    unsorted: unplaced.map(({ text, line }) => ({ text, under: unplacedHeading, line })),
    doubts: [
      ...(known === 0 ? [] : [{ line: 0, message: `${here} in this notebook already.` }]),
      ...problems.map(({ line, message }) => ({ line, message: `Annotation ${line}: ${message}` })),
    ],
  };
}
