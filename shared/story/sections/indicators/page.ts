import { hasAtMostWords, pageEntry } from '../../page-lines.ts';
import type { Doubt, PageEntry, PageLine, PageParse, PageRule } from '../../page-rule.ts';

/** Indicators stand as triples: value, label, detail. A value can be any short text, also `1`. */
export const indicatorsPage: PageRule = {
  headings: ['key indicators', 'key figures', 'key numbers'],
  looseHeadings: ['indicators'],
  parse: ({ lines }) => {
    const groups = blankGroups(lines);
    const grouped = groups.length > 1 && groups.every((group) => group.length === 2 || group.length === 3);
    if (grouped) return { entries: groups.map((group) => indicator(group)), unsorted: [] };
    return readTriples(lines);
  },
};

function blankGroups(lines: readonly PageLine[]): readonly (readonly PageLine[])[] {
  const groups: PageLine[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last === undefined || line.afterBlank) groups.push([line]);
    else last.push(line);
  }
  return groups;
}

/** Reads on from where the lines no longer come in threes: a missing detail, or words that are no indicator. */
function readTriples(lines: readonly PageLine[]): PageParse {
  const entries: PageEntry[] = [];
  const unsorted: PageLine[] = [];
  for (let at = 0; at < lines.length;) {
    const [value, label, detail, after] = lines.slice(at, at + 4);
    if (value === undefined) break;
    const aligned = (lines.length - at) % 3 === 0;
    if (label === undefined || (!aligned && !readsAsValue(value) && readsAsValue(label))) {
      unsorted.push(value);
      at += 1;
    } else if (!aligned && (detail === undefined || (readsAsValue(detail) && after !== undefined))) {
      if (!readsAsValue(value)) unsorted.push(value, label);
      else entries.push(indicator([value, label]));
      at += 2;
    } else {
      entries.push(indicator(lines.slice(at, at + 3)));
      at += 3;
    }
  }
  return { entries, unsorted };
}

function indicator([value, label, detail]: readonly PageLine[]): PageEntry {
  const line = value ?? { text: '', number: 0, afterBlank: false };
  const doubts: Doubt[] =
    detail === undefined
      ? [{ line: line.number, field: 'detail', message: 'This indicator has no detail on the page.' }]
      : [];
  const fields = { value: line.text, label: label?.text ?? '', detail: detail?.text ?? '' };
  return pageEntry('indicators', line, fields, doubts);
}

function readsAsValue({ text }: PageLine): boolean {
  return text.length <= 24 && hasAtMostWords(text, 4) && /\d/.test(text);
}
