import fc from 'fast-check';

/** Texts of the characters EDTF is written with. */
export const edtfish = fc.string({ unit: fc.constantFrom(...'0123456789-XY?~%/.,[]{}ES T:Z'), maxLength: 24 });
/** Years, months and days, existing or not, with or without a mark. */
export const pointish = fc
  .tuple(
    fc.tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 })),
    fc.integer({ min: 1, max: 3 }),
    fc.constantFrom('', '', '?', '~', '%'),
  )
  .map(([numbers, length, mark]) => {
    const parts = numbers.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0'));
    return `${parts.slice(0, length).join('-')}${mark}`;
  });
const endish = fc.oneof({ weight: 4, arbitrary: pointish }, fc.constantFrom('..', ''));
/** Intervals of these, in order or not, open or not. */
export const intervalish = fc.tuple(endish, endish).map((ends) => ends.join('/'));

/** One of every kind. */
export const validEdtf = [
  ...[
    '2025',
    '2025-12',
    '2025-12-29',
    '2024-02-29',
    '0000',
    '-0043-03-15',
    'Y170000002',
    'Y-17E7',
    '1950S2',
    '20',
    '199',
  ],
  ...[
    '199X',
    '18XX',
    '2026-21',
    '2026-33',
    '2026-41',
    '2021?',
    '2021-03~',
    '2021-03-23%',
    '?2016-?05~-31',
    '156X-12-25',
  ],
  ...[
    '2026-XX',
    '2026-01-XX',
    'XXXX-12-25',
    'XXXX-XX-XX',
    '1994/2014',
    '1994~/2014~',
    '2022/..',
    '../2014',
    '2022/',
    '/',
  ],
  ...['2004-06-XX/2004-07-03', '2026-01-01/2026-01-10', '[2028,2030]', '{2014,2016..2018}', '[..2014]', '{1960..}'],
];
