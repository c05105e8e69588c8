import { describe, expect, it } from 'vitest';
import { readPage, storyJsonFromDraft } from '../index.ts';
import { suezPage } from '../page/fixtures/suez.ts';
import { suezHtml } from './fixtures/suez-html.ts';
import { htmlText } from './html-text.ts';

const linesOf = (html: string): readonly string[] => htmlText(html)?.text.split('\n') ?? [];
const read = (html: string) => readPage(new TextEncoder().encode(html), { fileName: 'page.html', capturedOn: null });

describe('[IM12] HTML as it is shown', () => {
  it.each([
    ['blocks are lines', '<h2>Timeline</h2><div>one<div>two</div>three</div>', ['Timeline', 'one', 'two', 'three']],
    ['white space collapses', '<p>one\n   <b>two</b>\tthree </p>', ['one two three']],
    ['line breaks', '<p>one<br>two</p>', ['one', 'two']],
    ['entities', '<p>A &amp; B &mdash; &#8220;C&#8221;</p>', ['A & B — “C”']],
    [
      'a picture gives its description',
      '<div><img alt="Osama Rabie">Osama Rabie</div>',
      ['Osama Rabie', 'Osama Rabie'],
    ],
    ['a picture without words gives none', '<p>one <img alt="🚢"> two<img></p>', ['one two']],
    [
      'a numbered list',
      '<ol><li><p>one</p><p>two</p></li><li value=7><p>three</p><p>four</p></li></ol>',
      ['1. one', 'two', '7. three', 'four'],
    ],
    ['a list counting down', '<ol reversed><li><p>a</p>b</li><li><p>c</p>d</li></ol>', ['2. a', 'b', '1. c', 'd']],
    ['a list with bullets', '<ul><li><p>one</p><p>two</p></li></ul>', ['-', 'one', 'two']],
    ['a menu has no bullets', '<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>', ['one', 'two', 'three']],
    ['boxes side by side', '<p><span>Salvage</span><span>Two tugs</span></p>', ['Salvage', 'Two tugs']],
    ['a label and its text', '<p><strong>Status:</strong><span>closed</span></p>', ['Status: closed']],
    ['words with marks inside', '<p>kilo<b>metre</b> <i>1</i>51</p>', ['kilometre 151']],
    ['text that was wrapped by the browser', '<pre>one\n two\n\nthree</pre>', ['one', 'two', 'three']],
    ['broken markup', '<p>one<p>two<b>three</p>four<td>five', ['one', 'twothree', 'fourfive']],
  ])('%s', (_, html, lines) => {
    expect(linesOf(html)).toEqual(lines);
  });

  it.each([
    '<script>document.body.append("seen")</script>',
    '<style>p::before { content: "seen" }</style>',
    '<noscript>seen</noscript>',
    '<template><p>seen</p></template>',
    '<p hidden>seen</p>',
    '<div style="color: red; display:none">seen</div>',
    '<svg><title>seen</title><script>seen</script></svg>',
    '<iframe srcdoc="seen">seen</iframe>',
    '<!-- seen -->',
    '<dialog>seen</dialog>',
    '<select><option>seen</option></select>',
  ])('leaves out what is not shown: %s', (html) => {
    expect(linesOf(`<p>one</p>${html}<p>two</p>`)).toEqual(['one', 'two']);
  });

  it('never runs anything', () => {
    htmlText('<img src=x onerror="globalThis.ran = true"><script>globalThis.ran = true</script>');
    expect(globalThis).not.toHaveProperty('ran');
  });

  it('refuses what only wants to take time', () => {
    expect(htmlText('<div>'.repeat(100_000))).toBeNull();
    expect(read('<div>'.repeat(100_000))).toMatchObject({ ok: false, error: { reason: 'too-deep' } });
    const started = performance.now();
    htmlText(`<ol>${'<li>x<p>y'.repeat(50_000)}</ol>`);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('[IM13] a saved story page', () => {
  it('gives the same as the page’s text', () => {
    const draft = read(suezHtml(suezPage));
    expect(draft.ok && storyJsonFromDraft(draft.value)).toMatchObject({
      title: suezPage.title,
      kicker: suezPage.kicker,
      deck: suezPage.deck,
      nextEvent: { ...suezPage.next, date: null },
      overview: suezPage.overview,
      indicators: suezPage.indicators,
      people: suezPage.people,
      organizations: suezPage.organizations,
      events: suezPage.events,
      scenarios: suezPage.scenarios,
      contexts: suezPage.contexts,
      declaredSourceCount: suezPage.sources,
      unsorted: suezPage.chrome,
    });
  });

  it('takes its title from the window where it is printed once, and says that it is a guess', () => {
    const draft = read(suezHtml(suezPage).replace(/<a class="crumb">.*?<\/a>/, ''));
    expect(draft.ok && draft.value.story).toMatchObject({ title: suezPage.title, kicker: suezPage.kicker });
    expect(draft.ok && draft.value.doubts).toMatchObject([{ field: 'title' }]);
  });

  it('of another kind is offered as text', () => {
    const other = read(
      '<!doctype html><title>News</title><h1>A letter</h1><p>It has no headings.</p><script>x()</script>',
    );
    expect(other).toMatchObject({ ok: false, error: { reason: 'other-kind', text: 'A letter\nIt has no headings.' } });
    expect(read('<html><script>x()</script></html>')).toMatchObject({ ok: false, error: { reason: 'empty' } });
  });
});
