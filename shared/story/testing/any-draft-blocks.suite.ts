import fc from 'fast-check';
import * as Y from 'yjs';
import { writeDraftText } from '../commands/write-draft.ts';
import type { DraftBlock, DraftCell, DraftSpan } from '../draft-block.ts';
import { readDraftBlocks } from '../reading/draft-blocks.ts';
import type { RichSpan } from '../rich-text.ts';

const sha256 = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 });

/** What draws the blocks of a draft: words, and what else may be tuned to what a form can say. */
export interface DraftKinds {
  readonly words: fc.Arbitrary<string>;
  readonly refs?: fc.Arbitrary<{ readonly kind: string; readonly id: string }>;
}

/** Blocks of a draft of every kind, as somebody may give them; `normal` makes of them what a document says of them. */
export function anyDraftBlocks({ words, refs = anyRef }: DraftKinds): fc.Arbitrary<readonly DraftBlock[]> {
  const link = fc.constantFrom('https://canal.example/a_(b)?c=1&copy=<2>&d=\\*', 'mailto:mara@canal.example');
  const on = fc.constant(true as const);
  const rich: fc.Arbitrary<readonly RichSpan[]> = fc.array(
    fc.record({ text: words, bold: on, italic: on, link }, { requiredKeys: ['text'] }),
    { maxLength: 3 },
  );
  const cite = fc.record({ ref: refs, locator: words, prefix: words, suffix: words }, { requiredKeys: ['ref'] });
  const span: fc.Arbitrary<DraftSpan> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record(
        { text: words, bold: on, italic: on, strike: on, code: on, link },
        { requiredKeys: ['text'] },
      ),
    },
    { weight: 1, arbitrary: fc.record({ text: words, ref: refs }) },
    {
      weight: 1,
      arbitrary: fc.record({ text: fc.constant(''), cites: fc.array(cite, { minLength: 1, maxLength: 3 }) }),
    },
    { weight: 1, arbitrary: fc.record({ text: fc.constant(''), footnote: rich }) },
  );
  const spans = fc.array(span, { maxLength: 5 });
  const list = fc
    .tuple(
      fc.constantFrom('ordered', 'bullets', 'tasks'),
      fc.array(fc.tuple(spans, fc.integer({ min: 0, max: 3 }), fc.boolean()), { minLength: 1, maxLength: 6 }),
    )
    .map(([kind, items]): DraftBlock => ({
      type: 'list',
      ordered: kind === 'ordered',
      items: items.map(([runs, depth, checked]) => ({
        spans: runs,
        depth,
        ordered: kind === 'ordered',
        ...(kind === 'tasks' ? { checked } : {}),
      })),
    }));
  const image = fc.record({
    type: fc.constant('image' as const),
    sha256,
    mediaType: fc.constantFrom('image/png', 'image/jpeg'),
    width: fc.nat(400),
    height: fc.nat(400),
    alt: words,
    caption: rich,
  });
  const text = fc.oneof(
    fc.record({
      type: fc.constant('heading' as const),
      level: fc.constantFrom(1 as const, 2 as const, 3 as const),
      spans,
    }),
    fc.record({ type: fc.constantFrom('paragraph' as const, 'quote' as const), spans }),
    list,
    image,
  );
  const cell: fc.Arbitrary<DraftCell> = fc.record(
    {
      header: fc.boolean(),
      blocks: fc.array(text, { maxLength: 2 }).map(apart),
      colSpan: fc.constant(2),
      rowSpan: fc.constant(2),
    },
    { requiredKeys: ['header', 'blocks'] },
  );
  const table = fc.record({
    type: fc.constant('table' as const),
    rows: fc.array(fc.record({ cells: fc.array(cell, { minLength: 1, maxLength: 3 }) }), {
      minLength: 1,
      maxLength: 3,
    }),
  });
  return fc
    .array(fc.oneof({ weight: 5, arbitrary: text }, { weight: 1, arbitrary: table }), { maxLength: 5 })
    .map(apart);
}

/** Lists that follow each other would become one in the editor: no draft has them. */
function apart<B extends DraftBlock>(blocks: readonly B[]): readonly B[] {
  return blocks.filter(({ type }, at) => type !== 'list' || blocks[at - 1]?.type !== 'list');
}

const anyRef = fc.record({
  kind: fc.constantFrom('sources', 'events', 'people'),
  id: fc.constantFrom('a', 'b-1', 'x y]'),
});

/** The blocks as a document gives them that they were written into: without empty runs, runs of the same marks joined. */
export function normal(blocks: readonly DraftBlock[]): readonly DraftBlock[] {
  const doc = new Y.Doc();
  writeDraftText(doc, blocks);
  return readDraftBlocks(doc);
}
