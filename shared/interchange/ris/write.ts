import { nameOf } from '../csl/read.ts';
import { invertedWords } from '../names.ts';
import { isList, own } from '../plain-json.ts';
import { variable } from '../reference.ts';
import type { Name, Reference } from '../reference.ts';
import { risDate, risYear } from './dates.ts';
import { nameTags, singleTags } from './tags.ts';
import { cslTypeOf, risTypeOf } from './types.ts';

type Line = readonly [tag: string, value: string];

/** References as a RIS file, its lines ended as the specification has it. */
export function writeRis(references: readonly Reference[]): string {
  return references.map((reference) => `${record(reference).map(written).join('\r\n')}\r\n`).join('\r\n');
}

function record(reference: Reference): readonly Line[] {
  const { key, title, authors, published, accessed, publisher, address, language } = reference;
  const kept = keptTags(reference);
  const type = kept.find(([tag]) => tag === 'TY')?.[1] ?? '';
  const [start = '', end = ''] = variable(reference, 'page').split(/(?<=\d)\s*[-–—]+\s*(?=\d)/);
  const lines: readonly Line[] = [
    ['ID', key],
    ['TI', title],
    ...authors.map((name): Line => ['AU', risNameWords(name)]),
    ...(published === null
      ? []
      : ([
          ['PY', risYear(published)],
          ['DA', risDate(published)],
        ] as const)),
    ...(accessed === null ? [] : ([['Y2', risDate(accessed)]] as const)),
    ...singleLines(reference),
    ...nameLines(reference),
    ['PB', publisher],
    ['SP', start],
    ['EP', end],
    ['SN', variable(reference, 'ISBN') || variable(reference, 'ISSN')],
    ['UR', address],
    ['LA', language],
    ['AB', variable(reference, 'abstract')],
    ['N1', variable(reference, 'note')],
    ...keywordsOf(variable(reference, 'keyword')).map((word): Line => ['KW', word]),
    ...kept.filter(([tag]) => tag !== 'TY'),
  ];
  const usual = risTypeOf(reference.type);
  return [
    // The type it came with, while it is still of that kind.
    ['TY', type !== '' && (cslTypeOf(type) === reference.type || cslTypeOf(type) === '') ? type : usual],
    ...lines.filter(([, value]) => value.trim() !== ''),
    ['ER', ''],
  ];
}

function singleLines(reference: Reference): readonly Line[] {
  const written = new Set<string>();
  return singleTags.flatMap(([tag, name]): readonly Line[] => {
    if (written.has(name)) return [];
    written.add(name);
    return [[tag, variable(reference, name)]];
  });
}

function nameLines(reference: Reference): readonly Line[] {
  const written = new Set<string>();
  return nameTags.flatMap(([tag, name]): readonly Line[] => {
    const people = own(reference.variables, name);
    if (written.has(name) || !isList(people)) return [];
    written.add(name);
    return people.map((one): Line => [tag, risNameWords(nameOf(one) ?? { literal: '' })]);
  });
}

/** A comma would make a person of an office. */
function risNameWords(name: Name): string {
  return 'literal' in name ? name.literal.replace(/\s*,\s*/g, ' ') : invertedWords(name);
}

function keywordsOf(words: string): readonly string[] {
  return words.split(words.includes(';') ? ';' : ',').map((word) => word.trim());
}

/** Tags that came with it and that nothing else stands for. */
function keptTags({ custom }: Reference): readonly Line[] {
  const kept = own(custom, 'ris');
  if (!isList(kept)) return [];
  return kept.flatMap((one): readonly Line[] => {
    const [tag, value] = isList(one) ? one : [];
    const isTag = typeof tag === 'string' && /^[A-Z][A-Z0-9]$/.test(tag) && tag !== 'ER';
    return isTag && typeof value === 'string' ? [[tag, value]] : [];
  });
}

/** A field; further lines of it never look like tags. */
function written([tag, value]: Line): string {
  const [first = '', ...more] = value.trim().split(/\s*[\n\r\u2028\u2029]\s*/);
  return `${tag}  - ${[first, ...more.map((line) => (/^[A-Z][A-Z0-9] {1,3}-/.test(line) ? `    ${line}` : line))].join('\r\n')}`;
}
