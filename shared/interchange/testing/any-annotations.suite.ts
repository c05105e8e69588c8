import * as fc from 'fast-check';
import type { RichText } from '../../story/rich-text.ts';
import { hash } from './annotated.suite.ts';

const words = fc.oneof(
  fc.constantFrom(
    'a',
    ' b ',
    '<b>',
    '&amp;',
    '"',
    '\n',
    '\n\n',
    '  ',
    '\u00a0',
    'שלום',
    '🕊️',
    '</p><script>',
    '\t',
    '\r',
  ),
  fc.string({ maxLength: 6 }),
);
export const rich: fc.Arbitrary<RichText> = fc
  .array(
    fc.record(
      {
        text: words.filter((text) => text !== ''),
        bold: fc.constant(true as const),
        italic: fc.constant(true as const),
        link: fc.constantFrom('https://port.example/a?b="c"&d', 'mailto:a@b.example'),
      },
      { requiredKeys: ['text'] },
    ),
    { maxLength: 5 },
  )
  .map((spans) =>
    spans.filter(
      (span, at) => JSON.stringify({ ...span, text: '' }) !== JSON.stringify({ ...spans[at - 1], text: '' }),
    ),
  );

const text = fc.string({ unit: 'grapheme', maxLength: 8 });
const quote = fc.option(fc.record({ exact: text, prefix: text, suffix: text }, { noNullPrototype: true }));

/** Passages, threads and evidence as a notebook may hold them, in the ways a file may not say. */
export const anyNotebook = fc
  .record({
    passages: fc.array(
      fc.record(
        {
          source: fc.constantFrom({ kind: 'sources', id: 'statement-7' }, { kind: 'sources', id: 'gone' }, null),
          capture: fc.constantFrom(hash, hash.replaceAll('9', '8'), '', 'no hash'),
          quote,
          position: fc.option(
            fc.constantFrom(
              { start: 3, end: 9 },
              { start: 3, end: 9, page: 4 },
              { start: 0.5, end: -1 },
              { start: 1, end: 2, page: 0 },
            ),
          ),
          colour: fc.constantFrom('yellow', 'red'),
          note: rich,
        },
        { requiredKeys: [] },
      ),
      { maxLength: 3 },
    ),
    notes: fc.array(
      fc.record({
        target: fc.constantFrom(
          ...[
            { kind: 'events', id: 'grounding' },
            { kind: 'events', id: 'grounding', field: 'text' },
          ],
          ...[
            { kind: 'passages', id: 'passages-0' },
            { kind: 'story', id: 'story' },
            { kind: 'sources', id: 'statement-7' },
          ],
        ),
        replyTo: fc.constantFrom(null, { kind: 'annotations', id: 'annotations-0' }),
        author: text,
        text: rich,
        editedAt: fc.constantFrom(null, '2021-03-25T16:24:00.000Z'),
        resolvedAt: fc.constantFrom(null, '2021-03-26T08:00:00.000Z'),
        resolvedBy: text,
      }),
      { maxLength: 3 },
    ),
    evidence: fc.array(
      fc.record({
        from: fc.constantFrom({ kind: 'sources', id: 'statement-7' }, { kind: 'passages', id: 'passages-0' }),
        to: fc.constantFrom({ kind: 'events', id: 'grounding' }, { kind: 'events', id: 'grounding', field: 'text' }),
        relation: fc.constantFrom('supports', 'disputes', 'context'),
        credibility: fc.constantFrom('unset', '2'),
        note: rich,
        sentence: quote,
        value: text,
      }),
      { maxLength: 3 },
    ),
  })
  .map(({ passages, notes, evidence }) => [
    ...passages.map((fields, at) => ({ kind: 'passages', id: `passages-${at}`, fields })),
    ...notes.map((fields, at) => ({
      kind: 'annotations',
      id: `annotations-${at}`,
      fields: { ...fields, replyTo: at === 0 ? null : fields.replyTo },
    })),
    ...evidence.map((fields, at) => ({ kind: 'evidence', id: `evidence-${at}`, fields, extra: { later: [at] } })),
  ]);
