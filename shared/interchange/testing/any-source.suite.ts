import * as fc from 'fast-check';
import type { EntryOf } from '../../story/sections.ts';
import { completeSource } from '../complete-source.ts';

type Source = EntryOf<'sources'>;

/** Words that formats trip over: their own signs, quotation marks, dashes, letters of several scripts. */
const piece = fc.oneof(
  fc.constantFrom(
    ...[
      'and',
      'AND',
      'others',
      'TY  - JOUR',
      'ER  - ',
      '{',
      '}',
      '\\',
      '$',
      '&',
      '#',
      '%',
      '_',
      '^',
      '~',
      '`',
      "''",
      '``',
    ],
    ...[
      '--',
      '---',
      '-',
      '@misc{x,',
      '"',
      "don't",
      '<i>',
      ',',
      ';',
      'é',
      'e\u0301',
      'ß',
      'Ł',
      'Київ',
      '北京',
      'שלום',
      '🕊️',
    ],
    ...['\\textbf{x}', '$x_2$', '?`', '20%', 'a/b', '__proto__', 'constructor'],
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ maxLength: 12 }),
);
const words = fc.array(piece, { maxLength: 6 }).map((parts) => parts.join(' '));

const name = fc.oneof(
  words,
  fc.constantFrom(
    'Mara Riedel',
    'Lovelace, Ada',
    'J. R. R. Tolkien',
    'van der Berg, Jan',
    'Suez Canal Authority',
    'et al.',
  ),
);

/** Dates of every kind that a notebook knows. */
const date = fc.oneof(
  fc.constant(null),
  fc
    .constantFrom(
      ...[
        '2021',
        '2021-03',
        '2021-03-25',
        '2021~',
        '2021-03?',
        '2021-03-25%',
        '2021-21',
        '2021-24',
        '2021-30',
        '2021-33',
      ],
      ...[
        '2021-03-20/2021-03-25',
        '2021-03/..',
        '../2021',
        '2021/',
        '2021~/2022',
        '199X',
        '19XX',
        '2021-XX',
        '2021-03-XX',
      ],
      ...[
        '-0043',
        '0000',
        '0476',
        '[2020,2021]',
        '{2020-01,2020-03}',
        '2021-~03',
        'Y-12000',
        '1950S2',
        '2021-03-01/2021-03-10',
      ],
    )
    .map((edtf) => ({ edtf })),
  fc.constant({ edtf: '2021-03-01/2021-03-10', words: 'early March 2021' }),
);

const address = fc.oneof(
  fc.constantFrom('', 'https://canal.example/a_b?c=1&d=%20~#e', 'http://www.canal.example/{x}', 'not an address'),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
);

const reference = fc.oneof(
  fc.constant(null),
  fc.record({
    names: fc.constant([]),
    type: fc.constantFrom('', 'article-newspaper', 'report', 'book', 'treaty', 'review-book'),
    variables: fc.record(
      {
        DOI: fc.constantFrom('10.5555/canal.7', '10.1000/(sici)1'),
        'container-title': words.filter((text) => text.trim() !== ''),
        volume: fc.constantFrom('3', 'IV'),
        page: fc.constantFrom('4', '4-6', 'xi'),
        editor: fc.constant([{ family: 'Kola', given: 'Ilir' }, { literal: 'Harbour Media' }]),
        abstract: words.filter((text) => text.trim() !== ''),
      },
      { requiredKeys: [] },
    ),
    custom: fc.constantFrom(
      {},
      { ris: [['C1', 'kept']] },
      { bibtex: [['eprint', '2103.00001']] },
      { any: { thing: [1, null] } },
    ),
  }),
);

/** A source as a notebook may hold it. */
export const anySource: fc.Arbitrary<Source> = fc
  .record({
    id: fc.uuid(),
    title: words,
    authors: fc.array(name, { maxLength: 3 }),
    publisher: words,
    published: date,
    accessed: date,
    address,
    language: fc.constantFrom('', 'en', 'pt-BR', 'sr-Cyrl'),
    reliability: fc.constantFrom('unset' as const, 'b' as const),
    repeats: fc.constantFrom(null, { kind: 'sources', id: 'other' }),
    reference,
    extra: fc.constantFrom({}, { later: { of: ['a newer version'] } }),
  })
  .map(({ id, extra, ...fields }) => ({
    ...{
      kind: 'sources',
      id,
      rank: 'a',
      createdAt: '',
      createdBy: '',
      deletedAt: null,
      deletedBy: '',
      problems: [],
      extra,
    },
    fields: completeSource(fields),
  }));
