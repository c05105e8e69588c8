import * as Y from 'yjs';
import type { Field } from '../fields.ts';
import { markNames, plainFromRich } from '../rich-text.ts';
import type { RichText } from '../rich-text.ts';
import { textChange } from '../text-change.ts';

/** Turns a Y.Text into the given text with one small replacement. */
export function mergeText(stored: Y.Text, text: string): void {
  const change = textChange(stored.toString(), text);
  if (change === null) return;
  if (change.remove > 0) stored.delete(change.index, change.remove);
  // Attributes are named so that plain text put beside marked text does not take its marks on.
  if (change.insert !== '') stored.insert(change.index, change.insert, {});
}

/** Turns a Y.Text into the given rich text: first the words, then only the marks that differ. */
export function mergeRich(stored: Y.Text, rich: RichText): void {
  mergeText(stored, plainFromRich(rich));
  const current = marksByUnit(stored);
  let index = 0;
  for (const span of rich) {
    const wanted = { bold: span.bold, italic: span.italic, link: span.link };
    for (const name of markNames)
      formatRuns(stored, current, { index, length: span.text.length, name, value: wanted[name] ?? null });
    index += span.text.length;
  }
}

/** Turns a Y.Array into the given list; what is the same at both ends stays, so that concurrent additions survive. */
export function mergeList(stored: Y.Array<unknown>, list: readonly unknown[]): void {
  const before = stored.toArray().map((item) => JSON.stringify(item));
  const after = list.map((item) => JSON.stringify(item));
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < before.length - start && end < after.length - start && before.at(-1 - end) === after.at(-1 - end))
    end += 1;
  if (before.length - start - end > 0) stored.delete(start, before.length - start - end);
  if (after.length - start - end > 0) stored.insert(start, list.slice(start, list.length - end));
}

/** A new stored form of a field's value, for a new entry. */
export function newStored(field: Field<unknown>, value: unknown): unknown {
  if (field.storage === 'value') return value;
  if (field.storage === 'list') return Y.Array.from(Array.isArray(value) ? value : []);
  const text = new Y.Text();
  if (field.storage === 'text')
    text.insert(0, value as string); // a prose field's value is a string
  // A rich field's value is spans: see `field.rich`.
  else text.applyDelta((value as RichText).map(({ text: insert, ...attributes }) => ({ insert, attributes })));
  return text;
}

type Marks = Readonly<Record<string, unknown>>;

function marksByUnit(stored: Y.Text): readonly Marks[] {
  const marks: Marks[] = [];
  // Yjs leaves deltas untyped.
  for (const part of stored.toDelta() as { insert?: unknown; attributes?: Marks }[]) {
    const units = typeof part.insert === 'string' ? part.insert.length : 1;
    for (let unit = 0; unit < units; unit += 1) marks.push(part.attributes ?? {});
  }
  return marks;
}

function formatRuns(
  stored: Y.Text,
  current: readonly Marks[],
  run: { index: number; length: number; name: string; value: unknown },
): void {
  const end = run.index + run.length;
  for (let at = run.index; at < end;) {
    let next = at + 1;
    const differs = (current[at]?.[run.name] ?? null) !== run.value;
    while (next < end && ((current[next]?.[run.name] ?? null) !== run.value) === differs) next += 1;
    if (differs) stored.format(at, next - at, { [run.name]: run.value });
    at = next;
  }
}
