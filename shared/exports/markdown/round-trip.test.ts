import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftText } from '../../story/draft-block.ts';
import type { DraftBlock, DraftCell, DraftCite, DraftListItem, DraftSpan } from '../../story/draft-block.ts';
import type { RichSpan } from '../../story/rich-text.ts';
import { anyDraftBlocks, normal } from '../../story/testing/any-draft-blocks.suite.ts';
import { anyWords, notebook } from '../testing/notebook.suite.ts';
import { readDraftMarkdown } from './read-draft.ts';
import { writeDraftMarkdown } from './write.ts';

const reader = notebook({ title: 'Six days' }, [
  { kind: 'drafts', id: 'd', fields: { title: 'What a day is worth' } },
  {
    kind: 'sources',
    id: 's-1',
    fields: { title: 'Six days', authors: ['Mara Riedel'], published: { edtf: '2021-03' } },
  },
  { kind: 'sources', id: 's-2', fields: { title: 'Notice', authors: ['Jan Riedel'], published: { edtf: '2021' } } },
  { kind: 'events', id: 'e/1', fields: { title: 'Ship refloated' } },
]);
const png = { mediaType: 'image/png', base64: 'iVBORw0KGgo=' };
const write = (blocks: readonly DraftBlock[]): string => writeDraftMarkdown(reader, { id: 'd', blocks }, () => png);
const words = (text: string): string => text.replaceAll('\0', '\ufffd').split(/\s+/).filter(Boolean).join(' ');

/** What Markdown can say: single blank spaces, and marks that stand on words of their own. */
const plain = anyWords.map((text) => words(text.replace(/\p{Surrogate}/gu, ''))).filter((text) => text !== '');
const link = fc.constantFrom('https://canal.example/a_(b)?c=1&copy=<2>|&d=\\*', 'mailto:mara@canal.example');
const on = fc.constant(true as const);
const ref = fc.constantFrom(
  { kind: 'sources', id: 's-1' },
  { kind: 'sources', id: 's-2' },
  { kind: 'events', id: 'e/1' },
);
const runs = fc
  .array(fc.record({ text: plain, bold: on, italic: on, link }, { requiredKeys: ['text'] }), { maxLength: 3 })
  .map((spans): readonly RichSpan[] =>
    spans
      .flatMap((span, at): readonly RichSpan[] => (at === 0 ? [span] : [{ text: ' ' }, span]))
      .reduce<readonly RichSpan[]>((all, span) => {
        const before = all.at(-1);
        const isSame =
          before !== undefined && JSON.stringify({ ...before, text: '' }) === JSON.stringify({ ...span, text: '' });
        return isSame ? [...all.slice(0, -1), { ...before, text: before.text + span.text }] : [...all, span];
      }, []),
  );
const cite: fc.Arbitrary<DraftCite> = fc.record(
  { ref, prefix: plain, locator: plain, suffix: plain },
  { requiredKeys: ['ref'] },
);
const titles = new Map([
  ['s-1', 'Six days'],
  ['s-2', 'Notice'],
  ['e/1', 'Ship refloated'],
]);
const span: fc.Arbitrary<DraftSpan> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ text: plain, bold: on, italic: on, strike: on, link }, { requiredKeys: ['text'] }),
  },
  {
    weight: 1,
    arbitrary: plain.filter((text) => !/[`|\\]/.test(text)).map((text): DraftSpan => ({ text, code: true })),
  },
  { weight: 1, arbitrary: ref.map((one): DraftSpan => ({ text: titles.get(one.id) ?? '', ref: one })) },
  {
    weight: 1,
    arbitrary: fc.array(cite, { minLength: 1, maxLength: 3 }).map((cites): DraftSpan => ({ text: '', cites })),
  },
  { weight: 1, arbitrary: runs.map((footnote): DraftSpan => ({ text: '', footnote })) },
);
const line = fc
  .array(span, { minLength: 1, maxLength: 5 })
  .chain((spans) =>
    fc.tuple(fc.constant(spans), fc.array(fc.constantFrom(' ', ' ', '\n'), { minLength: 5, maxLength: 5 })),
  )
  .map(([spans, gaps]) => spans.flatMap((one, at) => (at === 0 ? [one] : [{ text: gaps[at - 1] ?? ' ' }, one])));
const oneLine = line.map((spans) => spans.map((one) => (one.text === '\n' ? { text: ' ' } : one)));
const cellLine = fc.oneof(line, fc.constant([]));

const list = fc
  .tuple(
    fc.constantFrom('ordered', 'bullets', 'tasks'),
    fc.array(fc.tuple(line, fc.nat(3), fc.boolean()), { minLength: 1, maxLength: 5 }),
  )
  .map(([kind, lines]): DraftBlock => {
    let deepest = 0;
    const items = lines.map(([spans, wanted, checked]): DraftListItem => {
      const depth = Math.min(wanted, deepest);
      deepest = depth + 1;
      return { spans, depth, ordered: kind === 'ordered', ...(kind === 'tasks' ? { checked } : {}) };
    });
    return { type: 'list', ordered: kind === 'ordered', items };
  });
const table = fc
  .tuple(fc.boolean(), fc.integer({ min: 1, max: 3 }))
  .chain(([headed, width]) => {
    const row = (header: boolean) =>
      fc.array(header ? line : cellLine, { minLength: width, maxLength: width }).map((cells) => ({
        cells: cells.map((spans): DraftCell => ({ header, blocks: [{ type: 'paragraph', spans }] })),
      }));
    return fc.tuple(
      headed ? fc.tuple(row(true)) : fc.constant([]),
      fc.array(row(false), { minLength: 1, maxLength: 3 }),
    );
  })
  .filter(
    ([head, body]) =>
      head.length > 0 ||
      body.some(({ cells }) =>
        cells.some(({ blocks }) => blocks.some((block) => 'spans' in block && block.spans.length > 0)),
      ),
  )
  .map(([head, body]): DraftBlock => ({ type: 'table', rows: [...head, ...body] }));
const image = fc.record({
  type: fc.constant('image' as const),
  sha256: fc.constantFrom('ab'.repeat(32), ''),
  mediaType: fc.constantFrom('image/png', 'image/jpeg'),
  width: fc.nat(4000),
  height: fc.nat(4000),
  alt: fc.oneof(plain, fc.constant('')),
  caption: fc.oneof(
    plain.map((text) => [{ text }]),
    fc.constant([]),
  ),
});
const sayable = fc
  .array(
    fc.oneof(
      fc.record({
        type: fc.constant('heading' as const),
        level: fc.constantFrom(1 as const, 2 as const, 3 as const),
        spans: oneLine,
      }),
      fc.record({ type: fc.constantFrom('paragraph' as const, 'quote' as const), spans: line }),
      list,
      table,
      image,
    ),
    { maxLength: 5 },
  )
  .map((blocks) => blocks.filter(({ type }, at) => type !== 'list' || blocks[at - 1]?.type !== 'list'));

describe('a draft that goes out as Markdown and comes in again', () => {
  it('[EX44] is the same where Markdown can say it', () => {
    fc.assert(
      fc.property(sayable, (any) => {
        const blocks = normal(any);
        expect(readDraftMarkdown(write(blocks))).toMatchObject({ title: 'What a day is worth', blocks });
      }),
      { numRuns: 400 },
    );
  });

  it('[EX44] has the same words in any case', () => {
    fc.assert(
      fc.property(anyDraftBlocks({ words: anyWords }), (any) => {
        const blocks = normal(any);
        const said = blocks.map((block) => (block.type === 'image' ? { ...block, alt: '' } : block));
        expect(words(draftText(readDraftMarkdown(write(said)).blocks))).toBe(words(draftText(said)));
      }),
      { numRuns: 300 },
    );
  });

  it('[EX45] reads as one would write it', () => {
    const blocks: readonly DraftBlock[] = [
      { type: 'heading', level: 1, spans: [{ text: 'Delay' }] },
      {
        type: 'paragraph',
        spans: [
          { text: 'Delay is not ' },
          { text: 'loss', strike: true },
          { text: ' ' },
          { text: '', cites: [{ ref: { kind: 'sources', id: 's-1' }, locator: 'p. 12', prefix: 'see' }] },
          { text: '', footnote: [{ text: 'As ' }, { text: 'declared', italic: true }] },
          { text: '.' },
        ],
      },
      {
        type: 'list',
        ordered: false,
        items: [
          { spans: [{ text: 'Tugs' }], depth: 0, ordered: false, checked: true },
          { spans: [{ text: 'Tide' }], depth: 0, ordered: false, checked: false },
        ],
      },
      {
        type: 'table',
        rows: [
          {
            cells: ['Day', 'Ships'].map((text) => ({
              header: true,
              blocks: [{ type: 'paragraph', spans: [{ text }] }],
            })),
          },
          {
            cells: ['23', '16|0'].map((text) => ({
              header: false,
              blocks: [{ type: 'paragraph', spans: [{ text }] }],
            })),
          },
        ],
      },
      {
        type: 'image',
        sha256: 'ab'.repeat(32),
        mediaType: 'image/png',
        width: 3,
        height: 4,
        alt: 'Bow',
        caption: [{ text: 'The bow' }],
      },
    ];
    expect(write(blocks)).toBe(`# What a day is worth

## Delay

Delay is not ~~loss~~ [see @riedel2021{p. 12}][^1].

- [x] Tugs
- [ ] Tide

| Day | Ships |
| --- | --- |
| 23 | 16\\|0 |

![Bow][picture-1]

[^1]: As *declared*

[@riedel2021]: <backstory:sources/s-1> "Six days"

[picture-1]: <data:image/png;sha256=${'ab'.repeat(32)};width=3;height=4;base64,iVBORw0KGgo=> "The bow"
`);
    const read = readDraftMarkdown(write(blocks));
    expect(read.blocks).toEqual(blocks);
    expect(read.pictures).toEqual([{ name: 'ab'.repeat(32), ...png }]);
    expect([...read.titles]).toEqual([['sources/s-1', 'Six days']]);
  });
});

describe('Markdown from elsewhere', () => {
  it('[EX46] is a draft: links, emphasis, code, quotations, pictures as links, citations without a meaning as words', () => {
    const text = `Intro
=====

Some *words* and [a link](https://canal.example/ "t"), a [bad one](javascript:alert(1)) and \`code\`. [@nobody, p. 2]

> Said
> twice

1. one
   continued

   second paragraph
2. two

\`\`\`
x = 1
\`\`\`

![A ship](https://canal.example/ship.png)

<b>bold</b>
`;
    expect(readDraftMarkdown(text)).toEqual({
      title: 'Intro',
      pictures: [],
      titles: new Map(),
      leftOut: { linkedPictures: 1, lostPictures: 0, dividers: 0, comments: 0 },
      blocks: [
        {
          type: 'paragraph',
          spans: [
            { text: 'Some ' },
            { text: 'words', italic: true },
            { text: ' and ' },
            { text: 'a link', link: 'https://canal.example/' },
            { text: ', a bad one and ' },
            { text: 'code', code: true },
            { text: '. [@nobody, p. 2]' },
          ],
        },
        { type: 'quote', spans: [{ text: 'Said twice' }] },
        {
          type: 'list',
          ordered: true,
          items: [
            { spans: [{ text: 'one continued\nsecond paragraph' }], depth: 0, ordered: true },
            { spans: [{ text: 'two' }], depth: 0, ordered: true },
          ],
        },
        { type: 'paragraph', spans: [{ text: 'x = 1', code: true }] },
        { type: 'paragraph', spans: [{ text: 'A ship', link: 'https://canal.example/ship.png' }] },
        { type: 'paragraph', spans: [{ text: '<b>bold</b>' }] },
      ],
    });
  });

  it('[EX46] is read whatever it holds, in time', () => {
    fc.assert(fc.property(anyWords, fc.string(), (a, b) => void normal(readDraftMarkdown(`${a}\n\n${b}`).blocks)));
    const before = performance.now();
    for (const hostile of [
      '>'.repeat(20_000),
      '- '.repeat(5000),
      '1. '.repeat(5000),
      '<!--'.repeat(20_000),
      '<img'.repeat(5000),
      'data:image/png;base64,'.repeat(5000),
      '[@a'.repeat(20_000),
      '['.repeat(20_000),
      '[@a;'.repeat(10_000) + ']',
      '~~a'.repeat(5_000),
    ])
      readDraftMarkdown(hostile);
    // Seconds on a busy machine; what grows with the square of a text takes many minutes.
    expect(performance.now() - before).toBeLessThan(60_000);
  }, 120_000);
});
