import { hasAtMostWords, pageEntry, proseOf, readsAsSentence, splitAtDoubledNames } from '../../page-lines.ts';
import type { Doubt, PageEntry, PageLine, PageRule } from '../../page-rule.ts';
import { splitNote } from './split-note.ts';

/** People stand as `[name] name role[ (note)]`: the name is doubled by its picture. */
export const peoplePage: PageRule = {
  headings: ['people involved', 'key people'],
  looseHeadings: ['people'],
  parse: ({ lines, layout }) => {
    const { before, named } = splitAtDoubledNames(lines);
    const entries: PageEntry[] = [];
    const unsorted: PageLine[] = [];
    const rest = (others: readonly PageLine[]): void => {
      const found = layout === 'a' ? readSingleNames(others) : { entries: [], unsorted: others };
      entries.push(...found.entries);
      unsorted.push(...found.unsorted);
    };
    rest(before);
    for (const { name, body } of named) {
      const used = body[1] !== undefined && isBracketed(body[1]) ? 2 : 1;
      entries.push(person(name, body.slice(0, used)));
      rest(body.slice(used));
    }
    return { entries, unsorted };
  },
};

/** Names without a picture: a name and a role, by twos. */
function readSingleNames(lines: readonly PageLine[]): { entries: readonly PageEntry[]; unsorted: readonly PageLine[] } {
  const entries: PageEntry[] = [];
  const unsorted: PageLine[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const [name, role] = lines.slice(at, at + 2);
    if (name === undefined) continue;
    if (role === undefined || !readsAsName(name)) unsorted.push(name);
    else {
      const message = 'This name stands on the page once, without a picture: check that it is a person.';
      entries.push(person(name, [role], [{ line: name.number, field: 'name', message }]));
      at += 1;
    }
  }
  return { entries, unsorted };
}

function person(name: PageLine, body: readonly PageLine[], doubts: readonly Doubt[] = []): PageEntry {
  const { role, note, sure } = splitNote(proseOf(body).replace('\n', ' '));
  const message = 'The brackets of this line do not pair: check where the role ends and the stance begins.';
  const brackets: readonly Doubt[] = sure ? [] : [{ line: body[0]?.number ?? name.number, field: 'role', message }];
  return pageEntry('people', name, { name: name.text, role, note }, [...doubts, ...brackets]);
}

function readsAsName({ text }: PageLine): boolean {
  return hasAtMostWords(text, 6) && !readsAsSentence(text) && !text.endsWith(')');
}

function isBracketed({ text }: PageLine): boolean {
  return text.startsWith('(') && text.endsWith(')');
}
