import type { Json } from '../../story/section.ts';
import { nameOfWords, personal } from '../names.ts';
import { cslName } from '../csl/write.ts';
import { emptyReference } from '../reference.ts';
import type { Name, ReadRecord } from '../reference.ts';
import { fromRisDate } from './dates.ts';
import type { RisField, RisRecord } from './parse.ts';
import { bookTypes, nameTags, singleTags } from './tags.ts';
import { cslTypeOf, risTypeOf } from './types.ts';

/** Fields of a record, taken one after the other; what is never taken is kept under `custom`. */
class Fields {
  #left: RisField[];

  constructor(fields: readonly RisField[]) {
    this.#left = [...fields];
  }

  /** All fields of the first of these tags that the record has. */
  all(...tags: readonly string[]): readonly RisField[] {
    const tag = tags.find((one) => this.#left.some((field) => field.tag === one));
    const taken = this.#left.filter((field) => field.tag === tag);
    this.#left = this.#left.filter((field) => field.tag !== tag);
    return taken;
  }

  /** The first field of the first of these tags that the record has. */
  one(...tags: readonly string[]): RisField | undefined {
    const tag = tags.find((candidate) => this.#left.some((field) => field.tag === candidate));
    const taken = this.#left.find((field) => field.tag === tag);
    this.#left = this.#left.filter((field) => field !== taken);
    return taken;
  }

  line(...tags: readonly string[]): string {
    return oneLine(this.one(...tags)?.value ?? '');
  }

  rest(): readonly RisField[] {
    return this.#left;
  }
}

/** The reference of a RIS record. Tags that stand for nothing else are kept under `custom.ris`. */
export function risReference({ type, line, fields: all, ended }: RisRecord): ReadRecord {
  const fields = new Fields(all);
  const doubts: { line: number; message: string }[] = [];
  const cslType = cslTypeOf(type);
  if (!ended) doubts.push({ line, message: 'ER, which ends a reference, is missing.' });
  const date = (...tags: readonly string[]) => {
    const field = fields.one(...tags);
    const read = field === undefined ? null : fromRisDate(field.value);
    if (field !== undefined && read === null) {
      doubts.push({ line: field.line, message: `“${field.value}” is not understood as a date.` });
      unread.push(field);
    }
    return read;
  };
  const unread: RisField[] = [];
  const title = fields.line('TI', 'T1', 'CT');
  const authors = fields.all('AU', 'A1').map(({ value }) => risName(value));
  const published = date('DA', 'Y1', 'PY');
  // Years that only repeat the date are no news.
  const years = ['PY', 'Y1']
    .flatMap((tag) => fields.all(tag))
    .filter(({ value }) => !published?.edtf.includes(value.slice(0, 4)));
  const accessed = date('Y2');
  const variables: [string, Json][] = [];
  const take = (name: string, value: string): void => {
    if (value !== '' && !variables.some(([known]) => known === name)) variables.push([name, value]);
  };
  for (const [tag, name] of singleTags) if (!variables.some(([known]) => known === name)) take(name, fields.line(tag));
  for (const [tag, name] of nameTags) {
    if (variables.some(([known]) => known === name)) continue;
    const names = fields.all(tag).map(({ value }) => cslName(risName(value)));
    if (names.length > 0) variables.push([name, names]);
  }
  take('page', pages(fields.line('SP'), fields.line('EP')));
  take(bookTypes.has(cslType) ? 'ISBN' : 'ISSN', fields.line('SN'));
  take('abstract', fields.one('AB', 'N2')?.value ?? '');
  take(
    'note',
    fields
      .all('N1')
      .map(({ value }) => value)
      .join('\n'),
  );
  take('keyword', keywords(fields.all('KW')));
  const key = fields.line('ID');
  const [address, publisher, language] = [fields.line('UR'), fields.line('PB'), fields.line('LA')];
  const left = [...fields.rest(), ...years, ...unread].sort((a, b) => a.line - b.line);
  const custom = [...(risTypeOf(cslType) === type && cslType !== '' ? [] : [{ tag: 'TY', value: type }]), ...left]
    .filter(({ value }) => value !== '')
    .map(({ tag, value }) => [tag, value]);
  return {
    line,
    doubts,
    reference: {
      ...emptyReference,
      ...{ key, type: cslType, title, authors, publisher, published, accessed, address, language },
      variables: Object.fromEntries(variables),
      custom: custom.length === 0 ? {} : { ris: custom },
    },
  };
}

/** "Lovelace, Ada", "King, Martin Luther, Jr."; anything else is a name as it stands. */
function risName(value: string): Name {
  const words = oneLine(value);
  const [family = '', given = '', suffix = '', ...more] = words.split(',').map((part) => part.trim());
  if (family === '' || given === '' || more.length > 0) return { literal: words.replace(/,\s*$/, '') };
  // The comma says that it is a person's.
  const name = nameOfWords(words);
  return 'literal' in name ? personal(given, family, suffix) : name;
}

function pages(start: string, end: string): string {
  return start === '' || end === '' || start === end || start.includes('-') ? start || end : `${start}-${end}`;
}

/** One per tag as the specification has it, or all in one as others write them. */
function keywords(fields: readonly RisField[]): string {
  const words = fields.map(({ value }) =>
    value
      .split('\n')
      .map((line) => line.trim())
      .join('; '),
  );
  return words.join(words.some((word) => /[,;]/.test(word)) ? '; ' : ', ');
}

function oneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}
