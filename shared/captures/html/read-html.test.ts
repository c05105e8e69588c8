import { describe, expect, it } from 'vitest';
import type { Detected, Reading } from '../reading.ts';
import { readHtml } from './read-html.ts';

function read(html: string, address = ''): Reading {
  const result = readHtml(html, { name: 'page.html', address });
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** Blocks as `kind: text`. */
const shown = (html: string): string[] => {
  const { text, blocks } = read(html);
  return blocks.map((block) => `${block.kind}: ${text.slice(block.start, block.end)}`);
};

const sentence =
  'The vessel lost the ability to steer in high winds, officials said, and nobody can say for how long. ';
const article = `<article><h1>Ship blocks canal</h1>${`<p>${sentence.repeat(2)}</p>`.repeat(4)}</article>`;

describe('[CP7] a page', () => {
  it('gives its article with its heading, without what stands around it', () => {
    const page = `<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav><header><p>The Port News</p></header>
      <main>${article}</main><aside><h2>Read next</h2><a href="/x">Other</a></aside><footer>© Nobody</footer>`;
    const { text, blocks } = read(page);
    expect(blocks[0]).toMatchObject({ kind: 'heading', level: 1 });
    expect(text).toMatch(/^Ship blocks canal\n\nThe vessel/);
    expect(text).not.toMatch(/Home|Read next|Nobody/);
  });

  it('gives all it shows where nothing stands out', () => {
    expect(shown('<h2>Port log</h2><p>Nothing today.<p>Nor tomorrow.')).toEqual([
      'heading: Port log',
      'paragraph: Nothing today.',
      'paragraph: Nor tomorrow.',
    ]);
  });

  it('gives all of it where the article would be a small part', () => {
    const rows = Array.from(
      { length: 60 },
      (_, at) => `<div class="comment">Reply ${String(at)}: short words here</div>`,
    );
    expect(read(`<p>${sentence.slice(0, 60)}</p>${rows.join('')}`).text).toContain('Reply 59');
  });

  it.each([
    '<script>seen()</script>',
    '<style>p { content: "seen" }</style>',
    '<noscript>seen</noscript>',
    '<template>seen</template>',
    '<p hidden>seen</p>',
    '<p style="display: none">seen</p>',
    '<svg><text>seen</text></svg>',
    '<math><mi>seen</mi></math>',
    '<iframe srcdoc="seen"></iframe>',
    '<button>seen</button><select><option>seen</select><textarea>seen</textarea>',
    '<!-- seen -->',
  ])('gives no text of %s', (html) => {
    expect(shown(`<p>one</p>${html}<p>two</p>`)).toEqual(['paragraph: one', 'paragraph: two']);
  });

  it('that is nothing but depth is refused, and quickly', () => {
    expect(readHtml('<div>'.repeat(100_000), { name: '', address: '' })).toMatchObject({
      ok: false,
      error: { reason: 'broken' },
    });
  });
});

describe('[CP8] the layout', () => {
  it.each([
    ['white space', '<p> one\n  <b>two</b>\tthree </p>', ['paragraph: one two three']],
    ['no-break spaces stay', '<p>1&nbsp;000</p>', ['paragraph: 1\u00a0000']],
    ['a no-break space alone is a space', '<p><b>two</b>&nbsp;<i>words</i></p>', ['paragraph: two words']],
    ['line breaks', '<p>one<br>two<br><br>three</p>', ['paragraph: one\ntwo', 'paragraph: three']],
    ['blocks in blocks', '<div>one<div>two</div>three</div>', ['paragraph: one', 'paragraph: two', 'paragraph: three']],
    ['a quotation', '<blockquote>one<p>two</p></blockquote>three', ['quote: one', 'quote: two', 'paragraph: three']],
    ['as it was typed', '<pre>\n  a\n\n b  \n</pre>', ['preformatted:   a\n\n b']],
    ['terms', '<dl><dt>Tug</dt><dd>A ship</dd></dl>', ['paragraph: Tug', 'item: A ship']],
    [
      'a picture and its words',
      '<figure><img alt="x" src="y"><figcaption>At dawn</figcaption></figure>',
      ['paragraph: At dawn'],
    ],
    [
      'a table',
      '<table><caption>Ships</caption><thead><tr><td>Day<td>Count</thead><tr><td>1<td><b>2</b>37<tr><td colspan=2>none</table>',
      ['paragraph: Ships', 'row: Day\tCount', 'row: 1\t237', 'row: none\t'],
    ],
    ['a table that places', '<table><tr><td><h2>One</h2><td><p>two</table>', ['heading: One', 'paragraph: two']],
    ['a table of one column', '<table><tr><td>one<tr><td>two</table>', ['paragraph: one', 'paragraph: two']],
  ])('%s', (_, html, blocks) => {
    expect(shown(html)).toEqual(blocks);
  });

  it('numbers lists as they are shown', () => {
    const { blocks, text } = read(
      '<ol start=3><li><p>a</p><p>b</p><li value=7>c<ul><li>d</ul></ol><ol reversed><li>e<li>f</ol>',
    );
    expect(
      blocks.map((block) => block.kind === 'item' && [block.marker, block.depth, text.slice(block.start, block.end)]),
    ).toEqual([
      ['3.', 1, 'a'],
      ['', 1, 'b'],
      ['7.', 1, 'c'],
      ['•', 2, 'd'],
      ['2.', 1, 'e'],
      ['1.', 1, 'f'],
    ]);
  });
});

describe('[CP9] marks', () => {
  const marks = (html: string) => {
    const reading = read(html, 'https://canal.example/news/');
    return reading.marks.map((mark) => [
      mark.kind,
      reading.text.slice(mark.start, mark.end),
      ...(mark.kind === 'link' ? [mark.address] : []),
    ]);
  };

  it('begin and end at words', () => {
    expect(marks('<p>a<b> one </b>b <i>two <b>three</b></i> <code>four</code></p>')).toEqual([
      ['strong', 'one'],
      ['emphasis', 'two three'],
      ['strong', 'three'],
      ['code', 'four'],
    ]);
  });

  it('end with their block and begin again in the next', () => {
    expect(marks('<b>one<p>two</p>three</b>')).toEqual([
      ['strong', 'one'],
      ['strong', 'two'],
      ['strong', 'three'],
    ]);
  });

  it('are links to the web and to mail, whole', () => {
    expect(marks('<a href="../x?y">a</a> <a href="mailto:a@b.example">b</a> <a href="//c.example">c</a>')).toEqual([
      ['link', 'a', 'https://canal.example/x?y'],
      ['link', 'b', 'mailto:a@b.example'],
      ['link', 'c', 'https://c.example/'],
    ]);
    for (const href of [
      'javascript:x()',
      'data:text/html,x',
      'file:///x',
      '#note',
      'app://backstory/',
      'vbscript:x',
      '',
    ]) {
      expect(marks(`<a href="${href}">a</a>`)).toEqual([]);
    }
  });

  it('follow the page’s base address', () => {
    expect(marks('<base href="https://other.example/a/"><a href="b">c</a>')).toEqual([
      ['link', 'c', 'https://other.example/a/b'],
    ]);
  });
});

describe('[CP12] what a page says of itself', () => {
  const said = (head: string, body = '<p>x', address = ''): Detected =>
    read(`<html lang="en_gb"><head>${head}</head><body>${body}`, address).detected;

  it.each<[string, string, Partial<Detected>]>([
    [
      'citation tags',
      '<meta name="citation_title" content="On tugs"><meta name="citation_author" content="Lind, Mara"><meta name="citation_author" content="Ilir Hoxha"><meta name="citation_publication_date" content="2021/3/5"><meta name="citation_journal_title" content="Tugs">',
      { title: 'On tugs', authors: ['Mara Lind', 'Ilir Hoxha'], published: '2021-03-05', publisher: 'Tugs' },
    ],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"No"},{"@type":["NewsArticle"],"headline":"On  tugs","author":[{"name":"Mara Lind"},"Ilir Hoxha",{"url":"https://x"}],"publisher":{"name":"The Port"},"datePublished":"2021-03-25T23:30:00-05:00"}]}</script>',
      { title: 'On tugs', authors: ['Mara Lind', 'Ilir Hoxha'], published: '2021-03-25', publisher: 'The Port' },
    ],
    [
      'OpenGraph',
      '<meta property="og:title" content="On tugs"><meta property="og:site_name" content="The Port"><meta property="article:published_time" content="2021-03-25T10:00:00Z"><meta property="article:author" content="https://x.example/mara">',
      { title: 'On tugs', authors: [], published: '2021-03-25', publisher: 'The Port' },
    ],
    [
      'Dublin Core',
      '<meta name="DC.title" content="On tugs"><meta name="DC.creator" content="Mara Lind"><meta name="DCTERMS.issued" content="2021-03"><meta name="DC.publisher" content="The Port">',
      { title: 'On tugs', authors: ['Mara Lind'], published: '2021-03', publisher: 'The Port' },
    ],
    [
      'a title and an author',
      '<title>On tugs</title><meta name=author content="By Mara Lind and Ilir Hoxha">',
      { title: 'On tugs', authors: ['Mara Lind', 'Ilir Hoxha'] },
    ],
  ])('%s', (_, head, expected) => {
    expect(said(head)).toMatchObject({ ...expected, language: 'en-GB' });
  });

  it('in what it shows', () => {
    expect(
      said('', '<h1>On tugs</h1><a rel=author>By Mara Lind</a><time datetime="2021-03-25T10:00">then</time>'),
    ).toMatchObject({
      title: 'On tugs',
      authors: ['Mara Lind'],
      published: '2021-03-25',
    });
    expect(said('', '<p>By Mara Lind</p><p>Published: 2021-03-25</p>')).toMatchObject({
      authors: ['Mara Lind'],
      published: '2021-03-25',
    });
  });

  it.each(['25/03/2021', '03/04/2021', 'yesterday', '2021-13-45', '[]', ''])('[CP13] is no date: %j', (date) => {
    expect(said(`<meta name=date content="${date}">`).published).toMatch(
      date === '25/03/2021' ? /^(?:2021-03-25)?$/ : /^$/,
    );
  });

  it('[CP14] is an address, of the host it came from', () => {
    const canonical = '<link rel=canonical href="/7">';
    expect(said(canonical, '', 'https://canal.example/7?utm=1').address).toBe('https://canal.example/7');
    expect(said('<link rel=canonical href="https://evil.example/">', '', 'https://canal.example/7').address).toBe(
      'https://canal.example/7',
    );
    expect(said('<meta property="og:url" content="https://canal.example/8">').address).toBe('https://canal.example/8');
    expect(said('<link rel=canonical href="javascript:x()">').address).toBe('');
    expect(read('<!-- saved from url=(0024)https://canal.example/9 -->\n<p>x').detected.address).toBe(
      'https://canal.example/9',
    );
  });

  it('survives what is broken or meant to break it', () => {
    const deep = '['.repeat(50_000);
    expect(said(`<script type="application/ld+json">${deep}</script>`).title).toBe('x');
    expect(
      said(
        '<script type="application/ld+json">{"@type":"Article","headline":{"a":1},"author":5}</script><title>\u0000T</title>',
      ),
    ).toMatchObject({
      authors: ['5'],
    });
  });
});
