import fc from 'fast-check';
import type { DraftBlock, DraftSpan } from '../../story/draft-block.ts';
import type { EntryDraft } from '../../story/entry.ts';
import type { Field } from '../../story/fields.ts';
import type { ImportDraft } from '../../story/import-draft.ts';
import { sectionList } from '../../story/sections.ts';
import type { AnySection } from '../../story/sections.ts';

/** Text as an attacker, a careless program or another alphabet would write it. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '',
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    '</title></style></svg><base href=//evil.example>',
    '<!-- --> ]]> &lt;b&gt; &amp; &#60;',
    '${1} `x` \\u003cscript\\u003e',
    '\u202etxt.exe\u0000\ud800',
    'أسامة ربيع',
    'Событие\nвторой абзац',
    'W'.repeat(300),
  ),
);

const anyDate = fc.constantFrom(
  null,
  ...['2021-03-23', '2021-03', '1956', '../1970', '1990/..', '2021-03-24~', '20XX'].map((edtf) => ({ edtf })),
);
const anyLink = fc.constantFrom(
  'https://example.org/?a=1&b="2"',
  'javascript:alert(1)',
  'data:text/html,<b>',
  'mailto:a@example.org',
  ' https://x',
);
const anyRef = fc.record({
  kind: fc.constantFrom('events', 'people', '"><b>'),
  id: fc.constantFrom('0', '1', '<i>', 'x y'),
});

const anySpan: fc.Arbitrary<DraftSpan> = fc.record(
  { text: anyText, bold: fc.constant(true as const), italic: fc.constant(true as const), link: anyLink, ref: anyRef },
  { requiredKeys: ['text'] },
);
const spans = fc.array(anySpan, { maxLength: 4 });

/** Blocks of a draft, links and references of every kind included. */
export const anyBlocks: fc.Arbitrary<readonly DraftBlock[]> = fc.array(
  fc.oneof(
    fc.record({
      type: fc.constant('heading' as const),
      level: fc.constantFrom(1 as const, 2 as const, 3 as const),
      spans,
    }),
    fc.record({ type: fc.constantFrom('paragraph' as const, 'quote' as const), spans }),
    fc.record({
      type: fc.constant('list' as const),
      ordered: fc.boolean(),
      items: fc.array(fc.record({ depth: fc.integer({ min: -1, max: 5 }), ordered: fc.boolean(), spans }), {
        maxLength: 6,
      }),
    }),
  ),
  { maxLength: 6 },
);

function anyValue(field: Field<unknown>): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'line':
    case 'prose':
      return fc.oneof(anyText, anyLink);
    case 'rich':
      return spans;
    case 'lines':
      return fc.array(anyText, { maxLength: 3 });
    case 'date':
      return anyDate;
    case 'choice':
      return fc.constantFrom(...Object.keys(field.choices ?? {}));
    case 'refs':
      return fc.array(anyRef, { maxLength: 3 });
    case 'log':
      return fc.array(fc.record({ value: anyText, on: anyDate, recordedAt: fc.constant('') }), { maxLength: 3 });
    default:
      return fc.constant(field.empty);
  }
}

function anyEntry(section: AnySection): fc.Arbitrary<EntryDraft> {
  const fields = Object.fromEntries(Object.entries(section.fields).map(([name, field]) => [name, anyValue(field)]));
  return fc.record(fields).map((values) => ({ kind: section.kind, fields: values }));
}

const anyStory: fc.Arbitrary<ImportDraft['story']> = fc.record({
  title: anyText,
  kicker: anyText,
  deck: anyText,
  overview: spans,
  capturedOn: fc.constantFrom(null, '2021-03-26'),
  nextTitle: anyText,
  nextInDays: fc.constantFrom(null, 0, 3, -2, 9_999_999),
  nextDate: anyDate,
  declaredSourceCount: fc.constantFrom(null, 0, 1, 53),
});

/** A notebook of any content, as an import draft: up to three entries of every section. */
export const anyDraft: fc.Arbitrary<ImportDraft> = fc
  .record({
    story: anyStory,
    lists: fc.tuple(...sectionList.map((section) => fc.array(anyEntry(section), { maxLength: 3 }))),
  })
  .map(({ story, lists }) => ({
    format: 'story-json' as const,
    fileName: 'any.json',
    story,
    entries: lists
      .flat()
      .map((draft, index) => ({ draft: { ...draft, id: String(index) }, line: index + 1, doubts: [] })),
    unsorted: [],
    doubts: [],
  }));
