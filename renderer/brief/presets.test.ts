import { describe, expect, it } from 'vitest';
import type { BriefChoice } from '../../shared/brief/index.ts';
import { inOrder, usualSettings } from './brief-settings.ts';
import { presetOf, presets, presetSettings } from './presets.ts';

const choices: readonly BriefChoice[] = [
  'overview',
  'indicators',
  'events',
  'people',
  'scenarios',
  'drafts',
  'sources',
].map((kind) => ({ kind, name: kind, filled: kind !== 'people' }));

describe('presets', () => {
  it('are recognised in the settings they make', () => {
    for (const preset of presets)
      expect(presetOf({ ...usualSettings, ...presetSettings(preset, choices) }, choices)).toBe(preset);
    expect(presetOf(usualSettings, choices)).toBe('full');
  });

  it('are one’s own as soon as anything they decide is changed, and not for what they leave open', () => {
    const memo = { ...usualSettings, ...presetSettings('memo', choices) };
    expect(presetOf({ ...memo, depth: 'full' }, choices)).toBeNull();
    expect(presetOf({ ...memo, off: [] }, choices)).toBeNull();
    expect(presetOf({ ...memo, order: [...memo.order].reverse() }, choices)).toBeNull();
    expect(presetOf({ ...memo, paper: 'Letter', style: 'numeric', from: '2021', authors: 'Me' }, choices)).toBe('memo');
    // A part without anything in it is printed neither way.
    expect(presetOf({ ...memo, off: memo.off.filter((kind) => kind !== 'people') }, choices)).toBe('memo');
  });

  it('print the memo with the draft right after the overview, and the timeline alone', () => {
    const printed = (preset: (typeof presets)[number]) => {
      const { order, off } = presetSettings(preset, choices);
      return inOrder(choices, order).flatMap(({ kind }) => (off.includes(kind) ? [] : [kind]));
    };
    expect(printed('memo')).toEqual(['overview', 'drafts', 'indicators', 'events', 'scenarios']);
    expect(printed('timeline')).toEqual(['events']);
    expect(printed('full')).toEqual(choices.map(({ kind }) => kind));
  });
});
