import { maxRecords, mostProblems } from '../limits.ts';
import type { RecordProblem } from '../problem.ts';

/** One field: a tag of two letters or digits, and its value, which may have several lines. */
export interface RisField {
  readonly tag: string;
  readonly value: string;
  readonly line: number;
}

export interface RisRecord {
  /** The value of `TY`. */
  readonly type: string;
  /** Of its `TY`, 1-based. */
  readonly line: number;
  /** In the order of the file, without `TY` and `ER`. */
  readonly fields: readonly RisField[];
  /** Whether `ER` ends it. */
  readonly ended: boolean;
}

const tagged = /^\s{0,3}([A-Z][A-Z0-9]) {1,3}-(?: ?(.*)|$)/;

/**
 * Takes a RIS file apart. Records begin with `TY` and end with `ER`, or, as some programs forget it, where the next one begins; a line
 * without a tag continues the one before.
 * @param text with line ends "\n"
 */
export function parseRis(text: string): {
  readonly records: readonly RisRecord[];
  readonly problems: readonly RecordProblem[];
} {
  const records: RisRecord[] = [];
  const problems: RecordProblem[] = [];
  let open: { type: string; line: number; fields: { tag: string; parts: string[]; line: number }[] } | null = null;
  const close = (ended: boolean): void => {
    if (open === null) return;
    const fields = open.fields.map(({ tag, parts, line }) => ({ tag, value: parts.join('\n').trim(), line }));
    records.push({ type: open.type, line: open.line, fields: fields.filter(({ value }) => value !== ''), ended });
    open = null;
  };
  let strayed = false;
  text.split('\n').forEach((whole, at) => {
    if (records.length > maxRecords) return;
    const match = tagged.exec(whole);
    const [, tag, value = ''] = match ?? [];
    const line = at + 1;
    if (tag === 'TY') {
      close(false);
      open = { type: value.trim().toUpperCase(), line, fields: [] };
      strayed = false;
    } else if (tag === 'ER') close(true);
    else if (open === null) {
      // What stands between records is named once.
      if (whole.trim() === '' || strayed) return;
      strayed = true;
      if (tag !== undefined && problems.length < mostProblems)
        problems.push({ line, message: 'A reference has to begin with TY; these lines have none and were left out.' });
    } else if (tag !== undefined) open.fields.push({ tag, parts: [value], line });
    else open.fields.at(-1)?.parts.push(whole.trim());
  });
  close(false);
  return { records, problems };
}
