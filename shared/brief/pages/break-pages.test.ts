import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakPages } from './break-pages.ts';
import type { Flow, FlowNote, PagePlan, Piece, Reluctance } from './flow.ts';
import { notesHeight, partHeight } from './place-notes.ts';

const room = { height: 100, rule: 6, noteGap: 2 };

/** Pieces one below the other, 10 high unless said otherwise. */
function flowOf(pieces: readonly (Partial<Piece> & { readonly size?: number })[], notes: readonly number[] = []): Flow {
  let y = 0;
  const placed = pieces.map(({ size = 10, ...rest }): Piece => {
    const top = y;
    y += size;
    return { top, bottom: y, reluctance: 0, forced: false, head: 0, foot: 0, notes: [], ...rest };
  });
  return { pieces: placed, notes: notes.map(noteOf) };
}

/** A note of lines that are 5 high. */
const noteOf = (lines: number): FlowNote => ({ lines: Array.from({ length: lines }, (_, line) => 5 * (line + 1)) });
const lines = (count: number, change: Partial<Piece> = {}) => Array.from({ length: count }, () => change);
const ends = (pages: readonly PagePlan[]) => pages.map(({ to }) => to);

describe('breakPages', () => {
  it('fills pages to the last line', () => {
    expect(ends(breakPages(flowOf(lines(25)), room))).toEqual([10, 20, 25]);
    expect(breakPages(flowOf([]), room)).toEqual([]);
  });

  it('[BR26] ends a page where it is minded least, and where it must', () => {
    const reluctant = (index: number): Reluctance => (index === 9 ? 3 : index === 10 ? 1 : 0);
    const pieces = lines(12).map((_, index) => ({ reluctance: reluctant(index) }));
    expect(ends(breakPages(flowOf(pieces), room))).toEqual([8, 12]);
    expect(ends(breakPages(flowOf(lines(14, { reluctance: 2 })), room))).toEqual([10, 14]);
    expect(ends(breakPages(flowOf([{}, { forced: true }, {}]), room))).toEqual([1, 3]);
  });

  it('[BR27] counts what is repeated above and closed below', () => {
    expect(ends(breakPages(flowOf(lines(20, { head: 15, foot: 5 })), room))).toEqual([8, 16, 20]);
  });

  it('puts notes at the foot of the page of their sign', () => {
    const pages = breakPages(flowOf([...lines(7), { notes: [0] }, ...lines(5)], [2]), room);
    expect(pages).toEqual([
      { from: 0, to: 8, notes: [{ note: 0, from: 0, to: 2 }] },
      { from: 8, to: 13, notes: [] },
    ]);
  });

  it('takes the line with the sign to the next page where its note has no room and little is lost', () => {
    const pages = breakPages(flowOf([...lines(9), { notes: [0] }, ...lines(2)], [2]), room);
    expect(ends(pages)).toEqual([9, 12]);
    expect(pages[1]?.notes).toEqual([{ note: 0, from: 0, to: 2 }]);
  });

  it('[BR25] lets a long note go on at the foot of the next page', () => {
    const pages = breakPages(flowOf([...lines(4), { notes: [0] }, ...lines(8)], [14]), room);
    expect(pages[0]).toEqual({ from: 0, to: 5, notes: [{ note: 0, from: 0, to: 8 }] });
    expect(pages[1]?.notes).toEqual([{ note: 0, from: 8, to: 14 }]);
  });

  it('gives notes pages of their own where no text is left', () => {
    const pages = breakPages(flowOf([{ notes: [0] }], [50]), room);
    expect(pages.map(({ notes }) => notes.map(({ from, to }) => to - from))).toEqual([[16], [18], [16]]);
  });

  it('puts a piece that is higher than the page on a page of its own', () => {
    expect(ends(breakPages(flowOf([{}, { size: 250 }, {}]), room))).toEqual([1, 2, 3]);
  });
});

const anyFlow = fc
  .array(
    fc.record({
      size: fc.integer({ min: 1, max: 140 }),
      reluctance: fc.constantFrom<Reluctance>(0, 0, 0, 1, 2, 3, 4),
      forced: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
      head: fc.integer({ min: 0, max: 30 }),
      foot: fc.integer({ min: 0, max: 30 }),
      noted: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
    }),
    { maxLength: 60 },
  )
  .map((rows) => {
    const sizes: number[] = [];
    const pieces = rows.map(({ noted, ...rest }) => ({ ...rest, notes: noted.map((lines) => sizes.push(lines) - 1) }));
    return flowOf(pieces, sizes);
  });

describe('breakPages, whatever it is given', () => {
  it('[BR23] prints every piece once and every line of every note once, in order', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const pages = breakPages(flow, room);
        let at = 0;
        for (const { from, to } of pages) {
          expect(from).toBe(at);
          at = to;
        }
        expect(at).toBe(flow.pieces.length);
        const printed = pages.flatMap(({ notes }) =>
          notes.flatMap(({ note, from, to }) =>
            Array.from({ length: to - from }, (_, line) => `${note}.${from + line}`),
          ),
        );
        expect(printed).toEqual(flow.notes.flatMap((note, index) => note.lines.map((_, line) => `${index}.${line}`)));
      }),
    );
  });

  it('[BR24] lets nothing but a single piece or line overflow a page', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        for (const { from, to, notes } of breakPages(flow, room)) {
          const next = flow.pieces[to];
          const first = flow.pieces[from];
          const text =
            first === undefined || to === from
              ? 0
              : (flow.pieces[to - 1]?.bottom ?? 0) - first.top + first.head + (next?.forced === false ? next.foot : 0);
          const height = text + notesHeight(flow.notes, notes, room);
          if (height > room.height) expect(to - from).toBe(1);
        }
      }),
    );
  });

  it('[BR25] prints no line of a note before its sign, and its first on that page unless older notes are in the way', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const pages = breakPages(flow, room);
        pages.forEach(({ from, to, notes }, index) => {
          const signs = flow.pieces.slice(from, to).flatMap((piece) => piece.notes);
          for (const sign of signs) {
            const begun = pages.findIndex((page) => page.notes.some((part) => part.note === sign && part.from === 0));
            expect(begun).toBeGreaterThanOrEqual(index);
            // Only a single piece is taken on without its notes.
            if (begun > index) expect(to - from).toBe(1);
          }
          if (notes.length > 0) expect(notes.every((part) => partHeight(flow.notes, part) > 0)).toBe(true);
        });
      }),
    );
  });
});
