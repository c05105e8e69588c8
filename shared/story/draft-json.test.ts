import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftText } from './draft-block.ts';
import { readDraftJson } from './draft-json.ts';
import { anyDraftBlocks, normal } from './testing/any-draft-blocks.suite.ts';

describe('the text of a draft as JSON', () => {
  it('is read again as it was, whatever it is', () => {
    fc.assert(
      fc.property(anyDraftBlocks({ words: fc.string({ unit: 'grapheme', maxLength: 8 }) }), (any) => {
        const blocks = normal(any);
        expect(readDraftJson(JSON.parse(JSON.stringify(blocks)))).toEqual(blocks);
      }),
    );
  });

  it('takes anything, and keeps the words of what it does not know', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        normal(readDraftJson(value));
      }),
    );
    const newer = [
      { type: 'formula', parts: [{ text: 'E = ' }, { text: 'mc²' }] },
      { type: 'list', items: 3 },
    ];
    expect(draftText(readDraftJson(newer))).toBe('E =  mc²');
  });

  it('lets no link through that may not be followed', () => {
    const [block] = readDraftJson([
      { type: 'paragraph', spans: [{ text: 'x', link: 'javascript:alert(1)', bold: 1 }] },
    ]);
    expect(block).toEqual({ type: 'paragraph', spans: [{ text: 'x' }] });
  });
});
