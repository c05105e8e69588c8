import * as v from 'valibot';
import { field, storyDateSchema } from '../../fields.ts';
import { textsOf } from '../../json-texts.ts';
import { defineSection, normalised } from '../../section.ts';
import { briefSources } from './brief.ts';
import { sourcesPage } from './page.ts';
import { referenceSchema } from './reference.ts';

export type { Name, StoredReference } from './reference.ts';

/** One immutable capture of a source, stored outside the document and named by its content. */
const captureSchema = v.object({
  /** SHA-256 of the original bytes, hex. */
  hash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  name: v.string(),
  mediaType: v.string(),
  /** Bytes. */
  size: v.number(),
  capturedAt: v.string(),
  /** Where it was fetched from; for captures that were. */
  address: v.optional(v.string()),
  /** SHA-256 of its reading (shared/captures), stored as a capture of its own; older captures of plain text have none. */
  reading: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
});

export type Capture = v.InferOutput<typeof captureSchema>;

/** The documents the story rests on. */
export const sources = defineSection({
  kind: 'sources',
  place: 80,
  names: { one: 'Source', many: 'Sources' },
  fields: {
    title: field.line('Title'),
    authors: field.lines('Authors'),
    publisher: field.line('Publisher'),
    published: field.date('Published'),
    accessed: field.date('Accessed'),
    address: field.line('Address'),
    language: field.line('Language'),
    /** Reliability of the source, NATO (AJP-2.1) grading; its words are shown, never the letter alone. */
    reliability: field.choice(
      'Reliability',
      {
        unset: 'Not graded',
        a: 'Completely reliable',
        b: 'Usually reliable',
        c: 'Fairly reliable',
        d: 'Not usually reliable',
        e: 'Unreliable',
        f: 'Reliability cannot be judged',
      },
      'unset',
    ),
    /** The source whose words it only repeats; sources of one origin count once as evidence. */
    repeats: field.ref('Repeats'),
    /** Captures, oldest first: capturing again adds one. */
    captures: field.records('Captures', captureSchema),
    /** What a file of references said of it besides, for giving it back. */
    reference: field.record('Reference', referenceSchema),
  },
  title: (fields) => fields.title || fields.address || 'Untitled source',
  identity: (fields) => normalised(fields.address) || normalised(fields.title),
  nameFields: ['title', 'authors', 'publisher'],
  storyJson: {
    key: 'sources',
    write: ({ title, authors, publisher, published, accessed, address, language }) => ({
      title,
      authors,
      publisher,
      published: published?.edtf ?? null,
      accessed: accessed?.edtf ?? null,
      address,
      language,
    }),
    read: (item) => {
      const published = v.safeParse(storyDateSchema, { edtf: item['published'] });
      const accessed = v.safeParse(storyDateSchema, { edtf: item['accessed'] });
      const authors = v.safeParse(v.array(v.string()), item['authors']);
      return {
        ...textsOf(item, ['title', 'publisher', 'address', 'language']),
        ...(authors.success ? { authors: authors.output } : {}),
        ...(published.success ? { published: published.output } : {}),
        ...(accessed.success ? { accessed: accessed.output } : {}),
      };
    },
  },
  brief: briefSources,
  page: sourcesPage,
  upgrades: [],
  fixture: () => ({
    kind: 'sources',
    fields: {
      title: 'Statement on the grounding',
      authors: ['Press office'],
      publisher: 'Suez Canal Authority',
      published: { edtf: '2021-03-25' },
      accessed: { edtf: '2021-03-26' },
      address: 'https://canal.example/statements/7',
      language: 'en',
      reliability: 'b',
      repeats: { kind: 'sources', id: 'port-notice' },
      captures: [
        {
          hash: '9f3c2b6e1f0a4d5c8b7a69788695a4b3c2d1e0f9f3c2b6e1f0a4d5c8b7a6e1e1',
          name: 'statement-7.txt',
          mediaType: 'text/plain',
          size: 1834,
          capturedAt: '2021-03-26T09:12:00.000Z',
        },
      ],
      reference: {
        type: 'report',
        names: [{ literal: 'Press office' }],
        variables: { DOI: '10.5555/canal.7', volume: '3' },
        custom: { ris: [['C1', 'Port copy']] },
      },
    },
  }),
});
