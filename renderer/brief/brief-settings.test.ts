import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BriefChoice } from '../../shared/brief/index.ts';
import { draftToPrint, inOrder, movedPart, noDraft, readBriefSettings, usualSettings } from './brief-settings.ts';

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

  it('print the draft that was chosen, or the one begun last where nobody chose; no draft stays none', () => {
    const drafts = [
      { id: 'first', createdAt: '2021-03-24T08:00:00.000Z' },
      { id: 'last', createdAt: '2021-03-26T08:00:00.000Z' },
      { id: 'old', createdAt: '' },
    ];
    expect(draftToPrint(null, drafts)).toBe('last');
    expect(draftToPrint(null, drafts.slice(2))).toBe('old');
    expect(draftToPrint(null, [])).toBeNull();
    expect(draftToPrint('first', drafts)).toBe('first');
    expect(draftToPrint('in the trash', drafts)).toBeNull();
    expect(draftToPrint(noDraft, drafts)).toBeNull();
    expect(readBriefSettings(JSON.stringify({ ...usualSettings, draft: noDraft })).draft).toBe(noDraft);
  });

  it('reads back what it wrote, and anything else as usual', () => {
    const chosen = {
      order: ['events'],
      off: ['people'],
      draft: 'memo',
      paper: 'Letter' as const,
      authors: 'Mara Riedel',
      date: '2021-03-27',
      depth: 'short' as const,
      from: '2021-03',
      to: null,
      titlePage: false,
      contents: false,
      notesAt: 'end' as const,
      style: 'numeric' as const,
      twoPages: true,
    };
    expect(readBriefSettings(JSON.stringify(chosen))).toEqual(chosen);
    for (const stored of [null, '', 'nonsense', '[]', '7', '{"paper":"A0","off":3,"depth":"deep","date":"soon"}'])
      expect(readBriefSettings(stored)).toEqual(usualSettings);
  });
});
