import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BriefChoice } from '../../shared/brief/index.ts';
import { inOrder, movedPart, readBriefSettings, usualSettings } from './brief-settings.ts';

const choices: readonly BriefChoice[] = ['overview', 'indicators', 'events', 'people'].map((kind) => ({
  kind,
  name: kind,
  filled: true,
}));
const kindsOf = (list: readonly BriefChoice[]): readonly string[] => list.map((choice) => choice.kind);

describe('brief settings', () => {
  it('keeps the usual order where nothing was arranged', () => {
    expect(inOrder(choices, [])).toEqual(choices);
  });

  it('puts parts that nobody arranged after the one they usually follow', () => {
    expect(kindsOf(inOrder(choices, ['people', 'overview']))).toEqual(['people', 'overview', 'indicators', 'events']);
  });

  it('loses no part and doubles none, whatever is stored', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('overview', 'indicators', 'events', 'people', 'gone')), (order) => {
        expect([...kindsOf(inOrder(choices, order))].sort()).toEqual([...kindsOf(choices)].sort());
      }),
    );
  });

  it('moves a part one place, and no further than the ends', () => {
    expect(movedPart(choices, 'events', -1)).toEqual(['overview', 'events', 'indicators', 'people']);
    expect(movedPart(choices, 'overview', -1)).toEqual(kindsOf(choices));
    expect(movedPart(choices, 'people', 1)).toEqual(kindsOf(choices));
  });

  it('reads back what it wrote, and anything else as usual', () => {
    const chosen = {
      order: ['events'],
      off: ['people'],
      draft: 'memo',
      paper: 'Letter' as const,
      authors: 'Mara Riedel',
    };
    expect(readBriefSettings(JSON.stringify(chosen))).toEqual(chosen);
    for (const stored of [null, '', 'nonsense', '[]', '7', '{"paper":"A0","off":3}'])
      expect(readBriefSettings(stored)).toEqual(usualSettings);
  });
});
