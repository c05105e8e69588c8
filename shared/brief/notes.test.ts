import { describe, expect, it } from 'vitest';
import { createEntry } from '../story/commands/create-entry.ts';
import type { DraftBlock } from '../story/draft-block.ts';
import { StoryReader } from '../story/reading/reader.ts';
import { peer } from '../story/testing/peers.ts';
import { buildBrief } from './build.ts';
import type { BriefOptions } from './brief.ts';
import { briefHtml } from './html/document.ts';
import { elementsOf } from './testing/elements.suite.ts';

const frame = { stylesheets: [], css: '' };
const note = (text: string) => ({ text: '', footnote: [{ text }] });

const blocks: readonly DraftBlock[] = [
  { type: 'heading', level: 1, spans: [{ text: 'What it costs' }] },
  { type: 'paragraph', spans: [{ text: 'A day' }, note('In goods.'), note('Or twice that.'), { text: ' is dear.' }] },
  {
    type: 'table',
    rows: [
      { cells: [{ header: true, blocks: [{ type: 'paragraph', spans: [{ text: 'Day' }] }] }] },
      { cells: [{ header: false, blocks: [{ type: 'paragraph', spans: [{ text: 'One' }, note('The 23rd.')] }] }] },
    ],
  },
];

function briefWith(options: BriefOptions, written = blocks) {
  const { doc, writer } = peer('alice');
  const draft = createEntry(writer, { kind: 'drafts', fields: { title: 'What a day is worth' } });
  return buildBrief(new StoryReader(doc), { draft: { id: draft.id, blocks: written }, ...options });
}

describe('[BR16] notes', () => {
  it('are numbered in the order of their signs, and lead there and back', () => {
    const brief = briefWith({});
    expect(brief.notes.map(({ number, text }) => [number, text[0]?.text])).toEqual([
      [1, 'In goods.'],
      [2, 'Or twice that.'],
      [3, 'The 23rd.'],
    ]);
    const all = elementsOf(briefHtml(brief, frame));
    const signs = all.filter(({ attributes }) => attributes['class'] === 'noteref');
    expect(signs.map(({ attributes: { id, href }, text }) => [id, href, text])).toEqual(
      [1, 2, 3].map((number) => [`noteref-${number}`, `#note-${number}`, `${number}`]),
    );
    const items = all.filter(({ attributes }) => attributes['id']?.startsWith('note-'));
    expect(items.map(({ text }) => text)).toEqual(['1 In goods.', '2 Or twice that.', '3 The 23rd.']);
    const back = all.filter(({ attributes }) => attributes['class'] === 'backref');
    expect(back.map(({ attributes }) => attributes['href'])).toEqual(['#noteref-1', '#noteref-2', '#noteref-3']);
  });

  it('have their signs at the end of a word, whatever spaces were typed before them', () => {
    const spans = [
      { text: 'It ' },
      { text: 'floated ', bold: true as const },
      { text: ' ' },
      note('At dawn.'),
      { text: ' ' },
      note('So they say.'),
      { text: '. It left ' },
      { text: 'soon.' },
    ];
    const brief = briefWith({}, [{ type: 'paragraph', spans }]);
    const printed = brief.parts[0]?.blocks[0];
    if (printed?.type !== 'draft' || printed.blocks[0]?.type !== 'paragraph') throw new Error('no draft');
    expect(printed.blocks[0].spans).toEqual([
      { text: 'It ' },
      { text: 'floated', bold: true },
      { text: '', note: 1 },
      { text: '', note: 2 },
      { text: '. It left ' },
      { text: 'soon.' },
    ]);
  });

  it('stand last, and the document says where they belong', () => {
    const foot = elementsOf(briefHtml(briefWith({}), frame));
    expect(foot.find(({ name }) => name === 'main')?.attributes['data-notes']).toBe('foot');
    const end = elementsOf(briefHtml(briefWith({ notesAt: 'end' }), frame));
    expect(end.find(({ name }) => name === 'main')?.attributes['data-notes']).toBe('end');
    expect(end.filter(({ name }) => name === 'section').at(-1)?.attributes['id']).toBe('part-notes');
  });
});

describe('[BR17] the contents', () => {
  it('name the parts and the first headings of the draft, each with a place for its page', () => {
    const all = elementsOf(briefHtml(briefWith({ contents: true, notesAt: 'end' }), frame));
    const places = all.filter(({ attributes }) => attributes['class'] === 'page-of');
    expect(places.map(({ attributes }) => attributes['data-for'])).toEqual(['part-drafts', 'heading-0', 'part-notes']);
    for (const { attributes, text } of places) {
      expect(text).toBe('');
      expect(all.some(({ attributes: { id } }) => id === attributes['data-for'])).toBe(true);
    }
  });

  it('begin with the highest headings a draft has, which are printed as its first', () => {
    const written: readonly DraftBlock[] = [
      { type: 'heading', level: 1, spans: [{ text: ' ' }] },
      { type: 'heading', level: 3, spans: [{ text: 'By the hour' }] },
      { type: 'heading', level: 2, spans: [{ text: 'What it costs' }] },
      { type: 'heading', level: 2, spans: [{ text: 'Who pays' }] },
    ];
    const all = elementsOf(briefHtml(briefWith({ contents: true }, written), frame));
    const places = all.filter(({ attributes }) => attributes['class'] === 'page-of');
    expect(places.map(({ attributes }) => attributes['data-for'])).toEqual(['part-drafts', 'heading-2', 'heading-3']);
    const levels = all.flatMap(({ name, text }) => (/^h[345]$/.test(name) ? [[name, text]] : []));
    expect(levels).toEqual([
      ['h3', ' '],
      ['h4', 'By the hour'],
      ['h3', 'What it costs'],
      ['h3', 'Who pays'],
    ]);
  });

  it('are left out where nobody asked for them', () => {
    expect(briefHtml(briefWith({}), frame)).not.toContain('class="contents"');
  });
});

describe('[BR18] the pictures of a draft', () => {
  const picture = { type: 'image' as const, sha256: 'ab'.repeat(32), mediaType: 'image/png', width: 4, height: 3 };
  const withPicture = (images: BriefOptions['images']) => {
    const { doc, writer } = peer('alice');
    const { id } = createEntry(writer, { kind: 'drafts', fields: { title: 'T' } });
    const draft = { id, blocks: [{ ...picture, alt: 'The bow', caption: [{ text: 'In clay' }] }] };
    return briefHtml(buildBrief(new StoryReader(doc), { draft, ...(images && { images }) }), frame);
  };

  it('are within the document, with their words', () => {
    const all = elementsOf(withPicture(() => ({ mediaType: 'image/png', base64: 'iVBORw0K' })));
    expect(all.find(({ name }) => name === 'img')?.attributes).toMatchObject({
      src: 'data:image/png;base64,iVBORw0K',
      alt: 'The bow',
    });
    expect(all.find(({ name }) => name === 'figcaption')?.text).toBe('In clay');
  });

  it('are named where their bytes are not here, or are none', () => {
    for (const images of [
      undefined,
      () => null,
      () => ({ mediaType: 'image/svg+xml', base64: 'iVBORw0K' }),
      () => ({ mediaType: 'image/png', base64: '"><script>' }),
    ]) {
      const html = withPicture(images);
      expect(html).not.toContain('<img');
      expect(html).toContain('A picture that is not on this computer: In clay');
    }
  });
});
