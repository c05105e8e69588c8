import { expect, test } from 'vitest';
import { blocksFromHtml } from './html-blocks.ts';

test('a web page becomes headings, paragraphs, quotes, lists and tables; the rest is words', () => {
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
    {
      type: 'table',
      rows: [
        {
          cells: [
            { header: false, blocks: [{ type: 'paragraph', spans: [{ text: 'a' }] }] },
            { header: false, blocks: [{ type: 'paragraph', spans: [{ text: 'b' }] }] },
          ],
        },
      ],
    },
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

const cell = (text: string, more: object = {}) => ({
  header: false,
  blocks: text === '' ? [] : [{ type: 'paragraph', spans: [{ text }] }],
  ...more,
});

test('tables keep their headers and merged cells, within bounds', () => {
  const html = `<table><caption>Ships</caption><thead><tr><td colspan=2>Ship</td></tr></thead>
    <tr><th rowspan="900000">a</th><td>b</td></tr><tr><td colspan=-4><ul><li>c</ul></td></tr><tr></tr></table>after`;
  const list = { type: 'list', ordered: false, items: [{ spans: [{ text: 'c' }], depth: 0, ordered: false }] };
  expect(blocksFromHtml(html)).toEqual([
    { type: 'paragraph', spans: [{ text: 'Ships' }] },
    {
      type: 'table',
      rows: [
        { cells: [cell('Ship', { header: true, colSpan: 2 })] },
        { cells: [cell('a', { header: true, rowSpan: 2 }), cell('b')] },
        { cells: [{ header: false, blocks: [list] }] },
      ],
    },
    { type: 'paragraph', spans: [{ text: 'after' }] },
  ]);
});

test('a table that lays out a page is its words, and so is a table in a cell', () => {
  expect(blocksFromHtml('<table><tr><td><p>one</p><p>two</p></td></tr></table>')).toEqual([
    { type: 'paragraph', spans: [{ text: 'one' }] },
    { type: 'paragraph', spans: [{ text: 'two' }] },
  ]);
  expect(
    blocksFromHtml(
      '<table role="presentation"><tr><td>a</td><td>b</td></tr></table><table><tr><td>x</td><td><table><tr><td>y</td><td>z</td></tr></table></td></tr></table>',
    ),
  ).toEqual([
    { type: 'paragraph', spans: [{ text: 'a\u2003b' }] },
    { type: 'table', rows: [{ cells: [cell('x'), cell('y\u2003z')] }] },
  ]);
});

test('boxes of a list are a checklist, as pages and as Docs write them', () => {
  const items = [
    { spans: [{ text: 'done' }], depth: 0, ordered: false, checked: true },
    { spans: [{ text: 'open' }], depth: 0, ordered: false, checked: false },
  ];
  expect(
    blocksFromHtml('<ul><li><input type=checkbox checked> done</li><li><p><input type=checkbox>open</p></li></ul>'),
  ).toEqual([{ type: 'list', ordered: false, items }]);
  expect(
    blocksFromHtml('<ul><li role=checkbox aria-checked=true>done</li><li aria-checked="false">open</li></ul>'),
  ).toEqual([{ type: 'list', ordered: false, items }]);
});

test('footnotes of Word and of LibreOffice stand at their signs', () => {
  const word = `<p class=MsoNormal>Nine billion<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span
    class=MsoFootnoteReference><span style='mso-special-character:footnote'>[1]</span></span></a> a day.</p>
    <div style='mso-element:footnote-list'><hr><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a
    style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1"><span>[1]</span></a> Says <i>a list</i>.</p></div></div>`;
  const office = `<p>Nine billion<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> a day.</p>
    <div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Says <i>a list</i>.</p></div>`;
  const wanted = [
    {
      type: 'paragraph',
      spans: [
        { text: 'Nine billion' },
        { text: '', footnote: [{ text: 'Says ' }, { text: 'a list', italic: true }, { text: '.' }] },
        { text: ' a day.' },
      ],
    },
  ];
  expect(blocksFromHtml(word)).toEqual(wanted);
  expect(blocksFromHtml(office)).toEqual(wanted);
});

test('words of a note without a sign, and a sign without words, are words', () => {
  expect(
    blocksFromHtml('<p>a<a name="sdfootnote1anc" href="#sdfootnote1sym">1</a></p><div id="sdfootnote2"><p>b</p></div>'),
  ).toEqual([
    { type: 'paragraph', spans: [{ text: 'a1' }] },
    { type: 'paragraph', spans: [{ text: 'b' }] },
  ]);
});

test('a note that names itself is its words', () => {
  const sign = '<a name="sdfootnote1anc" href="#sdfootnote1sym">1</a>';
  expect(blocksFromHtml(`<p>a${sign}</p><div id="sdfootnote1"><p>b${sign}</p></div>`)).toEqual([
    { type: 'paragraph', spans: [{ text: 'a' }, { text: '', footnote: [{ text: 'b1' }] }] },
  ]);
});

test('a page nested without end is read', () => {
  expect(blocksFromHtml(`${'<div>'.repeat(2000)}a`)).toEqual([{ type: 'paragraph', spans: [{ text: 'a' }] }]);
});
