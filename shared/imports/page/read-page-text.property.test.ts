import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStoryText, storyJsonFromDraft } from '../index.ts';
import { anyMishap, anyPage } from './fixtures/any-page.suite.ts';
import { printLayoutA, printLayoutB } from './fixtures/print-page.ts';
import { readPageText } from './read-page-text.ts';

const options = { fileName: 'any.txt', capturedOn: null };

/** The words of a generated page: each is a `q…x`, and stands there once. */
const wordsOf = (text: string): readonly string[] => [...new Set(text.toLowerCase().match(/q[a-p]+x/g) ?? [])];

describe('[IM8] any page', () => {
  it('in the first layout is read as it was written', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const draft = readPageText(printLayoutA(page), options);
        expect(draft && storyJsonFromDraft(draft)).toMatchObject({
          title: page.title,
          kicker: page.kicker,
          deck: page.deck,
          nextEvent: page.next === null ? null : { ...page.next, date: null },
          overview: page.overview,
          indicators: page.indicators,
          people: page.people,
          organizations: page.organizations,
          events: page.events,
          scenarios: page.scenarios,
          contexts: page.contexts,
          declaredSourceCount: page.sources,
          unsorted: page.chrome,
        });
      }),
    );
  });

  it('in the second layout gives its events back once the categories are known', () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const knownCategories = page.events.map(({ category }) => category);
        const draft = readPageText(printLayoutB(page), { ...options, knownCategories });
        expect(draft && storyJsonFromDraft(draft)).toMatchObject({
          overview: page.overview,
          events: page.events,
          contexts: page.contexts,
        });
      }),
    );
  });

  it('loses no word, whatever happened to it', () => {
    fc.assert(
      fc.property(anyPage, fc.boolean(), fc.array(anyMishap, { maxLength: 12 }), (page, first, mishaps) => {
        const printed = (first ? printLayoutA(page) : printLayoutB(page)).split('\n');
        const text = mishaps.reduce<readonly string[]>((lines, mishap) => mishap(lines), printed).join('\n');
        const draft = readPageText(text, options);
        if (draft === null) return;
        const kept = new Set(wordsOf(JSON.stringify(storyJsonFromDraft(draft))));
        expect(wordsOf(text).filter((word) => !kept.has(word))).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('is the same when its Story JSON is read again', () => {
    fc.assert(
      fc.property(anyPage, fc.array(anyMishap, { maxLength: 6 }), (page, mishaps) => {
        const printed = printLayoutA(page).split('\n');
        const text = mishaps.reduce<readonly string[]>((lines, mishap) => mishap(lines), printed).join('\n');
        const draft = readPageText(text, options);
        if (draft === null) return;
        const json = storyJsonFromDraft(draft);
        const again = readStoryText(JSON.stringify(json), { ...options, fileName: 'any.json' });
        expect(again.ok && storyJsonFromDraft(again.value)).toEqual(json);
      }),
    );
  });

  it('of any text never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (lines) => {
        readPageText(['Overview', 'Timeline', ...lines].join('\n'), options);
      }),
    );
  });
});

describe('[IM9] a hostile page', () => {
  const many = 60_000;
  it.each([
    ['headings', 'Timeline\nx\n'.repeat(many)],
    ['brackets', `People Involved\nA\nA\n${'('.repeat(many * 10)}`],
    ['closing brackets', `People Involved\nA\nA\nx ${'()'.repeat(many * 10)} )`],
    ['numbers', `Timeline\n${'1. x\n'.repeat(many)}`],
    ['bullets', `Timeline\n${'-\n'.repeat(many)}`],
    ['equal lines', `People Involved\n${'A\n'.repeat(many)}`],
    ['labels', `Historical Context\n${'What Happened\n'.repeat(many)}`],
    ['status lines', `Organizations Involved\n${'A\nB\nStatus: c\n'.repeat(many)}`],
    ['triggers', `Scenarios\nA\nDiscussed by: b\n${'Key trigger: '.repeat(many)}`],
    ['spaces', `Overview\n${' '.repeat(many * 20)}x`],
    ['spaces inside', `Overview\nx${' '.repeat(many * 20)}x\nTimeline\n1. x${' '.repeat(many)}x`],
    ['capitals', `Timeline\n-\nA\n${'Aa'.repeat(many * 5)}`],
    ['digits', `Overview\n${'1'.repeat(many * 10)}\nHistorical Context\n${'1,'.repeat(many)}What Happened`],
    ['single indicators', `Key Indicators\n${'1\na\n\n'.repeat(many)}1`],
  ])('of many %s is read in time', (_, text) => {
    const started = performance.now();
    readPageText(text, options);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
