import { nameOf } from '../csl/read.ts';
import { isList, own } from '../plain-json.ts';
import { variable } from '../reference.ts';
import type { Name, Reference } from '../reference.ts';
import { biblatexDate, bibtexYear } from './dates.ts';
import { isBalanced, texOf, verbatimTex } from './escape.ts';
import { issueTypes, nameFields, textFields, verbatimFields } from './fields.ts';
import { namesTex } from './names.ts';
import { bibtexTypeOf, cslTypeOf } from './types.ts';

/** References as BibLaTeX, with year and month for those who read BibTeX only. UTF-8. */
export function writeBibtex(references: readonly Reference[]): string {
  const keys = new Set<string>();
  return references.map((reference) => entry(reference, uniqueKey(reference, keys))).join('\n');
}

/** Keys may hold letters, digits and a few signs; no two entries have the same. */
function uniqueKey({ key, title }: Reference, taken: Set<string>): string {
  const bare = (text: string): string =>
    text
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9:.+/_-]/g, '')
      .slice(0, 100);
  const wanted = bare(key) || bare(title.split(/\s+/).slice(0, 3).join('')) || 'source';
  let unique = wanted;
  for (let number = 2; taken.has(unique.toLowerCase()); number += 1) unique = `${wanted}-${number}`;
  taken.add(unique.toLowerCase());
  return unique;
}

function entry(reference: Reference, key: string): string {
  const kept = keptFields(reference);
  const usual = bibtexTypeOf(reference.type);
  const came = kept.get('@') ?? '';
  const type =
    /^[a-z]+$/.test(came) && (cslTypeOf(came) === reference.type || cslTypeOf(came) === '') ? came : usual.type;
  const fields = new Map<string, string>();
  const put = (name: string, tex: string): void => {
    if (tex !== '' && !fields.has(name)) fields.set(name, tex);
  };
  const { title, authors, publisher, published, accessed, address, language } = reference;
  put('entrysubtype', usual.subtype);
  put('author', namesTex(authors));
  // Braces keep capitals where a style would make them small.
  put('title', title.trim() === '' ? '' : `{${texOf(title)}}`);
  if (published !== null) {
    const { year, month } = bibtexYear(published);
    put('date', biblatexDate(published));
    put('year', texOf(year));
    put('month', month === '' ? '' : String(Number(month)));
  }
  put(type === 'thesis' || type === 'report' ? 'institution' : 'publisher', texOf(publisher));
  for (const [field, name] of textFields)
    if (!isWritten(name, field)) put(fieldFor(field, type), texOf(variable(reference, name)));
  for (const [field, name] of nameFields) put(field, namesTex(peopleOf(reference, name)));
  for (const [field, name] of verbatimFields) put(field, verbatimTex(variable(reference, name)));
  const isIssue = issueTypes.has(reference.type);
  put('number', texOf(variable(reference, isIssue ? 'issue' : 'number')));
  if (!isIssue) put('issue', texOf(variable(reference, 'issue')));
  put('pages', texOf(variable(reference, 'page')).replace(/(\d)-(?=\d)/g, '$1--'));
  put('url', verbatimTex(address));
  if (accessed !== null) put('urldate', biblatexDate(accessed));
  put('language', texOf(language));
  for (const [name, tex] of kept) if (/^[a-z][a-z0-9_+:-]*$/.test(name)) put(name, isBalanced(tex) ? tex : texOf(tex));
  const lines = [...fields].map(([name, tex]) => `  ${name} = {${tex}},\n`);
  return `@${type}{${key},\n${lines.join('')}}\n`;
}

/** Whether another field stands for the variable already. */
function isWritten(name: string, field: string): boolean {
  return textFields.find(([, other]) => other === name)?.[0] !== field;
}

/** What a work stands in is called by its kind. */
function fieldFor(field: string, type: string): string {
  if (field !== 'journal') return field;
  return type === 'article' || type === 'periodical' || type === 'review' ? 'journal' : 'booktitle';
}

function peopleOf({ variables }: Reference, name: string): readonly Name[] {
  const people = own(variables, name);
  return isList(people) ? people.flatMap((one) => nameOf(one) ?? []) : [];
}

/** Fields that came with it and that nothing else stands for. */
function keptFields({ custom }: Reference): ReadonlyMap<string, string> {
  const kept = own(custom, 'bibtex');
  const pairs = isList(kept) ? kept : [];
  return new Map(
    pairs.flatMap((one): readonly (readonly [string, string])[] => {
      const [name, tex] = isList(one) ? one : [];
      return typeof name === 'string' && typeof tex === 'string' ? [[name, tex]] : [];
    }),
  );
}
