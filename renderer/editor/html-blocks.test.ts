import { expect, test } from 'vitest';
import { blocksFromHtml } from './html-blocks.ts';

test('a web page becomes headings, paragraphs, quotes and lists; the rest is words', () => {
  expect(
    blocksFromHtml(`<style>p{color:red}</style><h1 onclick="x()">Delay is <em>not</em> loss</h1>
      <div><p>Most of the
        cargo <b>arrived</b>.</p></div><script>alert(1)</script>
      <blockquote><p>Wind alone.</p></blockquote>
      <ol><li>One<ul><li>Two</li></ul></li><li>Three</li></ol>
      <table><tr><td>a</td><td>b</td></tr></table>`),
  ).toEqual([
    { type: 'heading', level: 1, spans: [{ text: 'Delay is ' }, { text: 'not', italic: true }, { text: ' loss' }] },
    { type: 'paragraph', spans: [{ text: 'Most of the cargo ' }, { text: 'arrived', bold: true }, { text: '.' }] },
    { type: 'quote', spans: [{ text: 'Wind alone.' }] },
    {
      type: 'list',
      ordered: true,
      items: [
        { spans: [{ text: 'One' }], depth: 0, ordered: true },
        { spans: [{ text: 'Two' }], depth: 1, ordered: false },
        { spans: [{ text: 'Three' }], depth: 0, ordered: true },
      ],
    },
    { type: 'paragraph', spans: [{ text: 'a\u2003b' }] },
  ]);
});

test('links are kept where they may be followed', () => {
  expect(blocksFromHtml('<a href="https://example.org/a">yes</a> <a href="javascript:alert(1)">no</a>')).toEqual([
    { type: 'paragraph', spans: [{ text: 'yes', link: 'https://example.org/a' }, { text: ' no' }] },
  ]);
});

test('Docs wraps everything in a bold that is not', () => {
  const html = `<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:400">plain </span>
    <span style="font-weight:700;font-style:italic">marked</span></p></b>`;
  expect(blocksFromHtml(html)).toEqual([
    { type: 'paragraph', spans: [{ text: 'plain ' }, { text: 'marked', bold: true, italic: true }] },
  ]);
});

test('Word writes lists as paragraphs', () => {
  const html = `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.<span>   </span></span>First</p>
    <p class=MsoListParagraph style='mso-list:l1 level2 lfo1'><span style='mso-list:Ignore'>·<span>  </span></span>Second<o:p></o:p></p>`;
  expect(blocksFromHtml(html)).toEqual([
    {
      type: 'list',
      ordered: true,
      items: [
        { spans: [{ text: 'First' }], depth: 0, ordered: true },
        { spans: [{ text: 'Second' }], depth: 1, ordered: false },
      ],
    },
  ]);
});
