import { describe, expect, it } from 'vitest';
import { storyFields } from '../story/story-fields.ts';
import type { StoryValues } from '../story/story-fields.ts';
import { asKnownOn, nextEvent, sourceWords } from './cover.ts';

function story(given: Partial<StoryValues>): StoryValues {
  const empty = Object.fromEntries(Object.entries(storyFields).map(([name, field]) => [name, field.empty]));
  // Every field of the story has its empty value.
  return { ...(empty as unknown as StoryValues), nextTitle: 'Spring tide', ...given };
}

describe('[BR4] the next event', () => {
  it.each([
    ['a day ahead', { nextDate: { edtf: '2021-03-28' } }, '2021-03-26', 'In 2 days'],
    ['a day that is past by now', { nextDate: { edtf: '2021-03-28' } }, '2021-03-31', '3 days ago'],
    ['days from the page, on its own day', { capturedOn: '2021-03-26', nextInDays: 3 }, '2021-03-26', 'In 3 days'],
    ['days from the page, a day later', { capturedOn: '2021-03-26', nextInDays: 3 }, '2021-03-27', 'In 2 days'],
    ['the day after the page', { capturedOn: '2021-03-26', nextInDays: 1 }, '2021-03-26', 'Tomorrow'],
    ['days from a page of no known day', { nextInDays: 3 }, null, 'In 3 days'],
    ['a month', { nextDate: { edtf: '2021-04' } }, '2021-03-26', 'Expected April 2021'],
    ['a day, with no day to count from', { nextDate: { edtf: '2021-03-28' } }, null, 'Expected 28 March 2021'],
    ['no date at all', {}, '2021-03-26', 'Next'],
    [
      'days out of the calendar',
      { capturedOn: '2021-03-26', nextInDays: 99_999_999 },
      '2021-03-26',
      'In 99999999 days',
    ],
  ] as const)('is counted from the day of the brief: %s', (_, given, asOf, when) => {
    expect(nextEvent(story(given), asOf)).toEqual({ title: 'Spring tide', when });
  });

  it('is absent without a title', () => {
    expect(nextEvent(story({ nextTitle: ' ', nextInDays: 3 }), null)).toBeNull();
  });
});

describe('[BR5] the cover', () => {
  it.each([
    [0, null, ''],
    [1, null, '1 source'],
    [3, 53, '3 of 53 sources declared'],
    [0, 53, '53 sources declared, none listed'],
    [0, 1, '1 source declared, none listed'],
    [5, 3, '5 sources, 3 declared'],
    [5, 0, '5 sources'],
  ])('says how many sources are known and declared: %i of %s', (known, declared, words) => {
    expect(sourceWords(known, declared)).toBe(words);
  });

  it('says of which day it is, and nothing where nobody knows', () => {
    expect(asKnownOn('2021-03-26')).toBe('As known on 26 March 2021');
    expect(asKnownOn(null)).toBe('');
  });
});
