import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fittingWidth, panelLimits, readSizes } from './panel-sizes.ts';

describe('readSizes', () => {
  it('gives back what was stored', () => {
    const stored = { contents: 240, details: 400, showDetails: false };
    expect(readSizes(JSON.stringify(stored))).toEqual(stored);
  });

  it('gives usable sizes whatever is stored', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.constant(null)), (stored) => {
        const { contents, details } = readSizes(stored);
        expect(contents).toBe(fittingWidth('contents', contents));
        expect(details).toBe(fittingWidth('details', details));
      }),
    );
  });

  it('keeps widths within the limits', () => {
    expect(readSizes('{"contents": 10, "details": 9999}')).toMatchObject({
      contents: panelLimits.contents.min,
      details: panelLimits.details.max,
    });
  });
});
