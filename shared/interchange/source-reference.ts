import type { EntryDraft } from '../story/entry.ts';
import type { EntryOf, FieldsOf } from '../story/sections.ts';
import type { Values } from '../story/fields.ts';
import type { StoredReference } from '../story/sections/sources/index.ts';
import { nameOfWords, nameWords } from './names.ts';
import { plainObject, same } from './plain-json.ts';
import { variable } from './reference.ts';
import type { Name, Reference } from './reference.ts';

const nothingStored: StoredReference = { type: '', names: [], variables: {}, custom: {} };

type SourceFields = Values<FieldsOf<'sources'>>;

/** A source as a bibliographic record, with what a file once said of it besides. */
export function referenceOf({ id, fields }: Pick<EntryOf<'sources'>, 'id' | 'fields'>): Reference {
  const stored = fields.reference ?? nothingStored;
  const variables = plainObject(stored.variables);
  const container = variables['container-title'];
  return {
    key: id,
    type: stored.type || usualType(fields.address),
    title: fields.title,
    authors: fields.authors.map(
      (words) => stored.names.find((name) => nameWords(name) === words) ?? nameOfWords(words),
    ),
    publisher: fields.publisher === container ? '' : fields.publisher,
    published: fields.published,
    accessed: fields.accessed,
    address: fields.address,
    language: fields.language,
    variables,
    custom: plainObject(stored.custom),
  };
}

/** The source that a record describes. What no field of a source stands for is kept in its `reference`. */
export function sourceOf(reference: Reference): EntryDraft<FieldsOf<'sources'>> {
  const { title, authors, published, accessed, language } = reference;
  const publisher = reference.publisher || variable(reference, 'container-title');
  const address = reference.address || doiAddress(variable(reference, 'DOI'));
  const words = authors.map(nameWords);
  const stored = storedOf(reference, address);
  const fields: Partial<SourceFields> = {
    title,
    authors: words,
    publisher,
    published,
    accessed,
    address,
    language,
    ...(stored === null ? {} : { reference: stored }),
  };
  return { kind: 'sources', fields };
}

function storedOf({ type, authors, variables, custom }: Reference, address: string): StoredReference | null {
  const names = authors.some((name) => !same(nameOfWords(nameWords(name)), name)) ? authors.map(plainName) : [];
  const stored: StoredReference = {
    type: type === usualType(address) ? '' : type,
    names,
    variables: { ...variables },
    custom: { ...custom },
  };
  return same(stored, nothingStored) ? null : stored;
}

/** The type of a source of which nobody said one. */
export function usualType(address: string): string {
  return address === '' ? 'document' : 'webpage';
}

/** Where a DOI leads; '' without one. */
function doiAddress(doi: string): string {
  return doi === '' ? '' : `https://doi.org/${encodeURI(doi)}`;
}

const plainName = (name: Name): Name => ({ ...name });
