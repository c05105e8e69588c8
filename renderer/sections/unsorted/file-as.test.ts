import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileAs, fileKinds } from './file-as.ts';

describe('fileAs', () => {
  it('takes a short line as the heading', () => {
    expect(fileAs('events', 'Dredger arrives at the bow')).toEqual({
      kind: 'events',
      fields: { title: 'Dredger arrives at the bow', text: '' },
    });
  });

  it('takes the words before a colon or a dash as the heading', () => {
    expect(fileAs('people', 'Osama Rabie: says wind was not the only cause').fields).toEqual({
      name: 'Osama Rabie',
      note: 'says wind was not the only cause',
    });
    expect(fileAs('organizations', 'Lloyd’s List – shipping paper').fields).toEqual({
      name: 'Lloyd’s List',
      note: 'shipping paper',
    });
  });

  it('takes the first of several lines as the heading', () => {
    expect(
      fileAs('contexts', 'The closure of the canal\nFifteen ships were trapped.\nFor eight years.').fields,
    ).toEqual({
      title: 'The closure of the canal',
      whatHappened: 'Fifteen ships were trapped.\nFor eight years.',
    });
  });

  it('leaves a long text without a heading', () => {
    const text =
      'The vessel lost the ability to steer in strong winds and a dust storm that reduced visibility '.repeat(2);
    expect(fileAs('scenarios', text).fields).toEqual({ title: '', text: text.trim() });
  });

  it('keeps every word', () => {
    fc.assert(
      fc.property(fc.constantFrom(...fileKinds), fc.string(), (kind, text) => {
        const words = (all: string): string => all.replace(/[\s:–—-]/g, '');
        const { fields } = fileAs(kind, text);
        expect(words(Object.values(fields).join(''))).toBe(words(text));
      }),
    );
  });
});
