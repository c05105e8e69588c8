import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { breakPages } from '../../shared/brief/index.ts';
import { collectPieces } from './collect.ts';
import type { MeasuredPiece } from './measured.ts';

/** The height of a line, in CSS pixels. */
const lineHeight = 20;

/** Where each element stands: the lines of `data-lines` one below the other, and around them their boxes. */
const places = new Map<Element, { readonly top: number; readonly bottom: number }>();

function rectOf({ top, bottom }: { readonly top: number; readonly bottom: number }): DOMRect {
  return new DOMRect(0, top, 100, bottom - top);
}

/** Lays out a document, as the DOM of the tests does not. A sign of a note says by `data-line` in which line it stands. */
function laidOut(html: string): Element {
  document.body.innerHTML = `<main>${html}</main>`;
  places.clear();
  let y = 0;
  for (const block of document.querySelectorAll<HTMLElement>('[data-lines]')) {
    const top = y;
    y += Number(block.dataset['lines']) * lineHeight;
    for (let box: Element | null = block; box !== null; box = box.parentElement)
      places.set(box, { top: places.get(box)?.top ?? top, bottom: y });
    for (const sign of block.querySelectorAll<HTMLElement>('[data-line]')) {
      const above = top + Number(sign.dataset['line']) * lineHeight;
      places.set(sign, { top: above, bottom: above + lineHeight });
    }
  }
  return document.querySelector('main') ?? document.body;
}

function piecesOf(html: string): readonly MeasuredPiece[] {
  const root = laidOut(html);
  const signs = [...root.querySelectorAll('[role=doc-noteref]')];
  return collectPieces(root, { height: 1000, highBand: 350, noteOf: (sign) => signs.indexOf(sign), skip: null }).pieces;
}

const paragraph = (lines: number, words = 'words'): string => `<p data-lines="${lines}">${words}</p>`;
const reluctances = (html: string): readonly number[] => piecesOf(html).map(({ reluctance }) => reluctance);

beforeEach(() => {
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return rectOf(places.get(this) ?? { top: 0, bottom: 0 });
  });
  vi.spyOn(Range.prototype, 'getClientRects').mockImplementation(function (this: Range) {
    const { startContainer } = this;
    const block = startContainer instanceof HTMLElement ? startContainer : null;
    const { top } = (block === null ? undefined : places.get(block)) ?? { top: 0 };
    const rects = Array.from({ length: Number(block?.dataset['lines'] ?? 0) }, (_, line) =>
      rectOf({ top: top + line * lineHeight, bottom: top + (line + 1) * lineHeight }),
    );
    // A list of rectangles is all that is read of it.
    return rects as unknown as DOMRectList;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe('collectPieces', () => {
  it('[BR26] minds an end of a page that leaves a single line of a paragraph alone', () => {
    expect(reluctances(paragraph(1))).toEqual([0]);
    expect(reluctances(paragraph(2))).toEqual([0, 1]);
    expect(reluctances(paragraph(3))).toEqual([0, 1, 1]);
    expect(reluctances(paragraph(4))).toEqual([0, 1, 0, 1]);
    expect(reluctances(paragraph(6))).toEqual([0, 1, 0, 0, 0, 1]);
  });

  it('[BR26] minds more an end between a heading and what follows', () => {
    expect(reluctances(`${paragraph(1)}<h2 data-lines="1">Ports</h2>${paragraph(3)}`)).toEqual([0, 0, 3, 1, 1]);
    expect(reluctances('<h2 data-lines="2">Ports of two lines</h2><h3 data-lines="1">One</h3>')).toEqual([0, 2, 3]);
  });

  it('gives each line the notes whose signs stand in it', () => {
    const sign = (line: number): string => `<a role="doc-noteref" style="display: inline" data-line="${line}">*</a>`;
    const pieces = piecesOf(paragraph(3, `Ships ${sign(0)} wait ${sign(2)} and ${sign(2)} turn`));
    expect(pieces.map(({ notes }) => notes)).toEqual([[0], [], [1, 2]]);
  });

  it('[BR26] lets no page begin with the last line, or end with the first line, of a paragraph of three lines or more', () => {
    const block = fc.record({ lines: fc.integer({ min: 1, max: 14 }), headed: fc.boolean() });
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 30 }), (blocks) => {
        const html = blocks.map(
          ({ lines, headed }) => `${headed ? '<h2 data-lines="1">Ports</h2>' : ''}${paragraph(lines)}`,
        );
        const pieces = piecesOf(html.join(''));
        const lineOf = blocks.flatMap(({ lines, headed }) => [
          ...(headed ? [{ line: 0, of: 1 }] : []),
          ...Array.from({ length: lines }, (_, line) => ({ line, of: lines })),
        ]);
        expect(pieces).toHaveLength(lineOf.length);
        const pages = breakPages({ pieces, notes: [] }, { height: 12 * lineHeight, rule: 10, noteGap: 2 });
        for (const { to } of pages.slice(0, -1)) {
          const { line, of } = lineOf[to] ?? { line: 0, of: 0 };
          if (of > 2) expect([0, ...Array.from({ length: of - 3 }, (_, at) => at + 2)]).toContain(line);
        }
      }),
      { numRuns: 50 },
    );
  });
});
