import { foldLine, hasAtMostWords, pageEntry, proseOf, readsAsSentence, sameLine } from '../../page-lines.ts';
import type { Doubt, PageEntry, PageLine, PageRule } from '../../page-rule.ts';
import { readLife } from './read-life.ts';

/** Voices stand as `[name] name (years) · era · field` and a quotation; around them the page says that it is fiction. */
export const voicesPage: PageRule = {
  headings: ['voices from history', 'historical voices', 'voices of history'],
  looseHeadings: ['voices'],
  parse: ({ lines }) => {
    // Every voice is fiction and says so wherever it is shown: the page's own words about that are chrome.
    const chrome = lines.filter((line) => isChrome(line));
    const { before, named } = splitAtNames(lines.filter((line) => !isChrome(line)));
    const read = named.map((one) => readVoice(one));
    return {
      entries: read.map(({ entry }) => entry),
      unsorted: [...chrome, ...before, ...read.flatMap(({ rest }) => rest)],
    };
  },
};

interface Named {
  readonly name: PageLine;
  /** Whether the name is printed twice, because of the picture beside it. */
  readonly doubled: boolean;
  readonly body: readonly PageLine[];
}

/** Splits lines at names: doubled ones, and those right above a line of years, era and field. */
function splitAtNames(lines: readonly PageLine[]): {
  readonly before: readonly PageLine[];
  readonly named: readonly Named[];
} {
  const before: PageLine[] = [];
  const named: { name: PageLine; doubled: boolean; body: PageLine[] }[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    const next = lines[at + 1];
    if (line === undefined) continue;
    if (next !== undefined && readsAsName(line) && sameLine(line, next)) {
      named.push({ name: next, doubled: true, body: [] });
      at += 1;
    } else if (next !== undefined && readsAsName(line) && readLife(next.text) !== null) {
      named.push({ name: line, doubled: false, body: [] });
    } else (named.at(-1)?.body ?? before).push(line);
  }
  return { before, named };
}

function readVoice({ name, doubled, body }: Named): { readonly entry: PageEntry; readonly rest: readonly PageLine[] } {
  const life = readLife(body[0]?.text ?? '');
  const { spoken, rest } = splitSpoken(life === null ? body : body.slice(1));
  const doubts: Doubt[] = [];
  if (!doubled) {
    const message = 'This name stands on the page once, without a picture: check that it is a person.';
    doubts.push({ line: name.number, field: 'name', message });
  }
  if (spoken.length === 0) {
    doubts.push({ line: name.number, field: 'text', message: 'This voice says nothing on the page.' });
  }
  const { lifespan = '', era = '', field = '' } = life ?? {};
  const fields = { name: name.text, lifespan, era, field, text: proseOf(spoken) };
  return { entry: pageEntry('voices', name, fields, doubts), rest };
}

/** A quotation ends with the last closing quotation mark; what follows it belongs to the page. */
function splitSpoken(lines: readonly PageLine[]): {
  readonly spoken: readonly PageLine[];
  readonly rest: readonly PageLine[];
} {
  const end = opensQuote(lines[0]) ? lines.findLastIndex(({ text }) => /["”»]$/.test(text)) : -1;
  return end < 0 ? { spoken: lines, rest: [] } : { spoken: lines.slice(0, end + 1), rest: lines.slice(end + 1) };
}

function opensQuote(line: PageLine | undefined): boolean {
  return line !== undefined && /^["“„«]/.test(line.text);
}

function readsAsName(line: PageLine): boolean {
  return (
    hasAtMostWords(line.text, 8) && !readsAsSentence(line.text) && !opensQuote(line) && readLife(line.text) === null
  );
}

/** The lines that say it is fiction, and the invitations to sign up. */
function isChrome({ text }: PageLine): boolean {
  if (text.length > 120 || /^["“„«]/.test(text)) return false;
  const folded = foldLine(text);
  return (
    (/\b(?:fiction|fictional|pastiche)\b/.test(folded) && /\bnot (?:a )?real\b/.test(folded)) ||
    /^(?:sign|log) (?:up|in)\b/.test(folded) ||
    /^ever wondered\b/.test(folded)
  );
}
