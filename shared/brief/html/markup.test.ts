import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escaped, markup, markupText, nothing } from './markup.ts';
import { anyText } from '../testing/any-draft.suite.ts';

describe('[BR9] markup', () => {
  it('escapes what is put into it, and nothing twice', () => {
    const inner = markup`<b>${'a < b & "c"'}</b>`;
    expect(markupText(markup`<p>${inner}${7}${null}${[nothing, inner]}</p>`)).toBe(
      '<p><b>a &lt; b &amp; &quot;c&quot;</b>7<b>a &lt; b &amp; &quot;c&quot;</b></p>',
    );
  });

  it('leaves no character that ends a text or an attribute', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(escaped(text)).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('replaces what no document may hold', () => {
    expect(escaped('a\u0000b\ud800c\uffffd')).toBe('a\ufffdb\ufffdc\ufffdd');
    expect(escaped('tab\tline\nemoji 🚢')).toBe('tab\tline\nemoji 🚢');
  });
});
