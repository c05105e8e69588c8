import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CodePoints, describePassage, findPassage } from './index.ts';
import { anyChoice, anyText, passageOf } from './testing/any-text.suite.ts';

describe('describing a passage', () => {
  it('[AN1] stores code points of what was selected in UTF-16 units', () => {
    const text = '🕊️ peace 🕊️ talks';
    const start = text.indexOf('talks');
    const { position, quote } = describePassage(text, start, start + 5, 3);
    expect(quote.exact).toBe('talks');
    expect(position).toEqual({ start: [...text].length - 5, end: [...text].length, page: 3 });
  });

  it('[AN1] takes whole surrogate pairs, ends in any order, and what is beyond the text as its ends', () => {
    expect(describePassage('a🕊b', 2, 2).quote.exact).toBe('');
    expect(describePassage('a🕊b', 2, 3).quote.exact).toBe('🕊');
    expect(describePassage('a🕊b', 1, 2).quote.exact).toBe('🕊');
    expect(describePassage('one two', 7, 4).quote.exact).toBe('two');
    expect(describePassage('one', -5, 99).position).toEqual({ start: 0, end: 3 });
    expect(describePassage('one', Number.NaN, 2).quote.exact).toBe('on');
  });

  it('[AN2] stores the text as it is, about 64 characters of each side', () => {
    fc.assert(
      fc.property(anyText, anyChoice, (text, choice) => {
        const passage = passageOf(text, choice);
        if (passage === null) return;
        const { quote, position } = describePassage(text, passage.start, passage.end);
        const points = new CodePoints(text);
        const [start, end] = [points.toUnits(position.start), points.toUnits(position.end)];
        expect(start <= passage.start && end >= passage.end).toBe(true);
        expect(text.slice(start, end)).toBe(quote.exact);
        expect(text.slice(0, start).endsWith(quote.prefix)).toBe(true);
        expect(text.slice(end).startsWith(quote.suffix)).toBe(true);
        expect(`${quote.prefix}${quote.exact}${quote.suffix}`).not.toMatch(/[\ud800-\udfff]/u);
      }),
    );
  });

  it('[AN2] stores little of much white space', () => {
    const text = `before${' \n'.repeat(5000)}here${'\t'.repeat(5000)}after`;
    const { quote } = describePassage(text, text.indexOf('here'), text.indexOf('here') + 4);
    expect(quote.prefix.length).toBeLessThanOrEqual(1024);
    expect(quote.suffix.length).toBeLessThanOrEqual(1024);
  });

  const row = 'Minister of foreign affairs of the coalition, in office since the elections of last year: ';
  const rest = ', as far as is known; nothing else was published about those who were in office then. ';
  const list = ['first', 'second', 'third'].map((which) => `The ${which} government. ${row}yes${rest}`).join('');

  it('[AN3] stores as much as tells equal words apart', () => {
    const second = list.indexOf('yes', list.indexOf('second'));
    const { quote } = describePassage(list, second, second + 3);
    expect(quote.prefix).toContain('The second');
    expect(list.split(`${quote.prefix}${quote.exact}${quote.suffix}`)).toHaveLength(2);
  });

  it('[AN3] stores nothing that tells where the text repeats itself for too long', () => {
    const page = `Start. ${`${row.repeat(4)}yes. `.repeat(9)} End.`;
    const fourth = [...page.matchAll(/yes/g)][4]?.index ?? 0;
    const anchor = describePassage(page, fourth, fourth + 3);
    expect(anchor.quote.prefix.length).toBeLessThan(32);
    expect(findPassage(`New. ${page}`, anchor).state).toBe('doubtful');
    expect(findPassage(page, anchor, { sameText: true })).toEqual({ state: 'exact', start: fourth, end: fourth + 3 });
  });
});
