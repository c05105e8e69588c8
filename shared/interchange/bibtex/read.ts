import type { Json } from '../../story/section.ts';
import { cslName } from '../csl/write.ts';
import { longestField } from '../limits.ts';
import { emptyReference } from '../reference.ts';
import type { ReadRecord } from '../reference.ts';
import { fromBibtexDate } from './dates.ts';
import type { BibtexEntry } from './entry-reader.ts';
import { issueTypes, languages, nameFields, publisherFields, textFields, verbatimFields } from './fields.ts';
import { bibtexNames } from './names.ts';
import { texText, verbatim } from './tex.ts';
import { bibtexTypeOf, cslTypeOf } from './types.ts';

/** The reference of an entry. Fields that stand for nothing else are kept as they are written, under `custom.bibtex`. */
export function bibtexReference({ type, key, fields, line }: BibtexEntry): ReadRecord {
  const left = new Map(fields);
  const doubts: { line: number; message: string }[] = [];
  for (const [name, tex] of fields) {
    if (tex.length <= longestField) continue;
    left.delete(name);
    doubts.push({ line, message: `“${name}” is too long and was left out.` });
  }
  const take = (...names: readonly string[]): string => {
    const name = names.find((one) => left.has(one));
    const tex = name === undefined ? '' : (left.get(name) ?? '');
    if (name !== undefined) left.delete(name);
    return tex;
  };
  const text = (...names: readonly string[]): string => texText(take(...names));
  const subtype = left.get('entrysubtype') ?? '';
  const cslType = cslTypeOf(type, subtype);
  const usual = bibtexTypeOf(cslType);
  if (usual.subtype !== '' && usual.subtype === subtype.toLowerCase()) left.delete('entrysubtype');
  const title = [text('title'), text('subtitle')].filter((part) => part !== '').join(': ');
  const date = (parts: readonly string[]) => {
    const [whole = '', year = '', month = '', day = ''] = parts.map((name) =>
      texText((left.get(name) ?? '').replaceAll('~', '\\textasciitilde{}')),
    );
    const read = fromBibtexDate(whole, year, month, day);
    if (whole + year !== '' && read === null)
      doubts.push({ line, message: `“${whole || year}” is not understood as a date.` });
    // What is not understood stays where it is, and is kept.
    else for (const name of parts) if (name !== 'month' || read === null || /\d-\d/.test(read.edtf)) left.delete(name);
    return read;
  };
  const published = date(['date', 'year', 'month', 'day']);
  const accessed = date(['urldate']);
  const variables: [string, Json][] = [];
  const put = (name: string, value: Json): void => {
    if (value !== '' && !variables.some(([known]) => known === name)) variables.push([name, value]);
  };
  const free = (name: string): boolean => !variables.some(([known]) => known === name);
  for (const [field, name] of textFields) if (left.has(field) && free(name)) put(name, text(field));
  for (const [field, name] of verbatimFields) if (left.has(field)) put(name, verbatim(take(field)));
  for (const [field, name] of nameFields) {
    const names = bibtexNames(take(field)).map(cslName);
    if (names.length > 0) put(name, names);
  }
  put(issueTypes.has(cslType) ? 'issue' : 'number', text('number'));
  put('issue', text('issue'));
  put('page', text('pages').replace(/\s*[–—-]+\s*/g, '-'));
  const language = text('language', 'langid');
  const authors = bibtexNames(take('author'));
  const address = verbatim(take('url'));
  const publisher = text(...publisherFields);
  const custom = [...new Map(type === usual.type ? left : [['@', type], ...left])];
  return {
    line,
    doubts,
    reference: {
      ...emptyReference,
      ...{ key, type: cslType, title, authors, publisher, published, accessed, address },
      language: languages.get(language.toLowerCase()) ?? language,
      variables: Object.fromEntries(variables),
      custom: custom.length === 0 ? {} : { bibtex: custom },
    },
  };
}
