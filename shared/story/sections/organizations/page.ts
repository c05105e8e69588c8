import {
  afterLabel,
  hasAtMostWords,
  pageEntry,
  proseOf,
  readsAsSentence,
  splitAtDoubledNames,
} from '../../page-lines.ts';
import type { NamedLines } from '../../page-lines.ts';
import type { Doubt, PageEntry, PageLine, PageRule } from '../../page-rule.ts';

/** Organizations stand as `[name] name kind`, then `Status: …`, then the description. */
export const organizationsPage: PageRule = {
  headings: ['organizations involved', 'organisations involved', 'key organizations', 'key organisations'],
  looseHeadings: ['organizations', 'organisations'],
  parse: ({ lines }) => {
    const { before, named } = splitAtDoubledNames(lines);
    const start = splitAtStatus(before, 0);
    const entries: PageEntry[] = start.named.map((one) => organization(one, once(one.name)));
    for (const { name, body } of named) {
      const inner = splitAtStatus(body, 1);
      entries.push(organization({ name, body: inner.first }));
      entries.push(...inner.named.map((one) => organization(one, once(one.name))));
    }
    return { entries, unsorted: start.first };
  },
};

/**
 * Finds organizations whose name stands there once only: two lines above a `Status:` line.
 * @param skip how many `Status:` lines belong to what the lines begin with
 */
function splitAtStatus(
  lines: readonly PageLine[],
  skip: number,
): { readonly first: readonly PageLine[]; readonly named: readonly NamedLines[] } {
  const stops = lines.map((line, at) => (statusOf(line) === null ? -1 : at)).filter((at) => at >= 0);
  const starts: number[] = [];
  let free = skip > 0 ? (stops[skip - 1] ?? lines.length) + 1 : 0;
  for (const stop of stops.slice(skip)) {
    const at = stop - 2;
    if (at < free || !readsAsName(lines[at])) continue;
    starts.push(at);
    free = stop + 1;
  }
  const named = starts.flatMap((at, index) => {
    const name = lines[at];
    return name === undefined ? [] : [{ name, body: lines.slice(at + 1, starts[index + 1]) }];
  });
  return { first: lines.slice(0, starts[0]), named };
}

function organization({ name, body }: NamedLines, doubts: readonly Doubt[] = []): PageEntry {
  const [first] = body;
  const hasKind = first !== undefined && statusOf(first) === null && (body.length > 1 || !readsAsSentence(first.text));
  const rest = [...(hasKind ? body.slice(1) : body)];
  const at = rest.findIndex((line) => statusOf(line) !== null);
  const taken = at < 0 ? [] : rest.splice(at, 1);
  let status = taken[0] === undefined ? '' : (statusOf(taken[0]) ?? '');
  // The label can stand on a line of its own.
  if (taken.length > 0 && status === '') status = rest.splice(at, 1)[0]?.text ?? '';
  const fields = { name: name.text, kind: hasKind ? first.text : '', status, note: proseOf(rest) };
  return pageEntry('organizations', name, fields, doubts);
}

function once(name: PageLine): readonly Doubt[] {
  const message = 'This name stands on the page once, without a picture: check that it is the organization.';
  return [{ line: name.number, field: 'name', message }];
}

function statusOf({ text }: PageLine): string | null {
  return afterLabel(text, 'status');
}

function readsAsName(line: PageLine | undefined): boolean {
  return line !== undefined && hasAtMostWords(line.text, 12) && !readsAsSentence(line.text);
}
