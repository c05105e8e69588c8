import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import { maxRecords, mostProblems } from '../limits.ts';
import { isList, isObject, own, readJson } from '../plain-json.ts';
import { refusal } from '../problem.ts';
import type { InterchangeProblem, RecordProblem } from '../problem.ts';
import type { ReadRecord } from '../reference.ts';
import { itemReference } from './read.ts';

/** Reads CSL-JSON: a list of items, one item alone, or the `items` of an object. */
export function parseCsl(
  text: string,
): Result<
  { readonly records: readonly ReadRecord[]; readonly problems: readonly RecordProblem[] },
  InterchangeProblem
> {
  const json = readJson(text);
  if (!json.ok) return json;
  const within = isObject(json.value) ? own(json.value, 'items') : undefined;
  const items = isList(json.value) ? json.value : isList(within) ? within : [json.value];
  if (items.length > maxRecords)
    return err(refusal('too-many', `This file has more than ${maxRecords.toLocaleString('en-GB')} references.`));
  const lines = itemLines(text);
  const records: ReadRecord[] = [];
  const problems: RecordProblem[] = [];
  items.forEach((item, at) => {
    const line = lines[at] ?? 1;
    if (!isObject(item)) {
      if (problems.length < mostProblems)
        problems.push({ line, message: 'This is no item of CSL-JSON and was left out.' });
      return;
    }
    const { reference, doubts } = itemReference(item);
    records.push({ reference, line, doubts: doubts.map((message) => ({ line, message })) });
  });
  return records.length === 0 && problems.length === 0
    ? err(refusal('no-record', 'This list of references is empty.'))
    : ok({ records, problems });
}

/** The lines on which the items of the first list begin; of valid JSON. */
export function itemLines(text: string): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let list = -1;
  let inText = false;
  let expects = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\n') line += 1;
    if (inText) {
      if (char === '\\') at += 1;
      else if (char === '"') inText = false;
      continue;
    }
    if (char === undefined || /\s/.test(char)) continue;
    const begins = expects && depth === list && char !== ']';
    if (begins) {
      lines.push(line);
      expects = false;
    }
    if (char === '"') inText = true;
    else if (char === '[' || char === '{') {
      depth += 1;
      if (char === '[' && list < 0) {
        list = depth;
        expects = true;
      }
    } else if (char === ']' || char === '}') {
      depth -= 1;
      if (depth < list) return lines;
    } else if (char === ',' && depth === list) expects = true;
  }
  return lines;
}
