import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainFromRich } from '../../../shared/story/rich-text.ts';
import type { RichText } from '../../../shared/story/rich-text.ts';
import { trimRich } from './trim-rich.ts';

const span = fc.record({ text: fc.stringMatching(/^[ \na-c]{0,4}$/) });
const bold = span.map((one) => ({ ...one, bold: true as const }));

describe('trimRich', () => {
  it('keeps the marks and drops only the white space at the ends', () => {
    const text: RichText = [{ text: ' \n' }, { text: ' Keep ' }, { text: 'about 07:40 ', bold: true }, { text: '\n' }];
    expect(trimRich(text)).toEqual([{ text: 'Keep ' }, { text: 'about 07:40', bold: true }]);
  });

  it('says what trimming the words says', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(span, bold), { maxLength: 5 }), (text) => {
        expect(plainFromRich(trimRich(text))).toBe(plainFromRich(text).trim());
      }),
    );
  });
});
