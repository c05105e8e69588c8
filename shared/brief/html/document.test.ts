import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BriefBlock } from '../../story/brief-block.ts';
import type { Brief } from '../brief.ts';
import { buildBrief } from '../build.ts';
import { inputFromImport } from '../input-from-import.ts';
import { anyBlocks, anyDraft, anyText } from '../testing/any-draft.suite.ts';
import { commentsIn, elementsOf } from '../testing/elements.suite.ts';
import { briefHtml } from './document.ts';

const frame = { stylesheets: ['/print/brief.css'], css: '@page{size:A4}' };

const bare: Brief = {
  language: 'en',
  kicker: '',
  title: 'Six Days in the Canal',
  deck: '',
  authors: [],
  asOf: null,
  asKnownOn: '',
  sources: '',
  next: null,
  date: '',
  titlePage: false,
  contents: false,
  parts: [],
  notesAt: 'foot',
  notes: [],
  images: new Map(),
};

function withBlock(block: BriefBlock): string {
  return briefHtml({ ...bare, parts: [{ kind: 'test', heading: 'Part', blocks: [block] }] }, frame);
}

/** Every element and attribute that a brief is made of. */
const elements = new Set(
  'html nav figure figcaption img thead q head meta title link style body div main header p h1 h2 h3 h4 h5 ul ol li strong em s code br a section article aside table tbody tr th td span blockquote svg defs lineargradient stop path rect circle text tspan'.split(
    ' ',
  ),
);
const attributes = new Set(
  'lang charset http-equiv content name rel href class id dir aria-label aria-hidden role data-part scope viewbox viewBox d x y r cx cy rx width height text-anchor offset data-notes data-date data-title-page data-for aria-labelledby src alt colspan rowspan'.split(
    ' ',
  ),
);

describe('briefHtml', () => {
  it('[BR9] lets no text of a notebook become markup', () => {
    fc.assert(
      fc.property(anyDraft, anyBlocks, fc.array(anyText, { maxLength: 2 }), (draft, blocks, authors) => {
        const chosen = draft.entries.find((entry) => entry.draft.kind === 'drafts')?.draft.id;
        const options = { authors, draft: chosen === undefined ? null : { id: chosen, blocks } };
        const html = briefHtml(buildBrief(inputFromImport(draft), options), frame);
        expect(commentsIn(html)).toBe(0);
        for (const element of elementsOf(html)) {
          expect(elements).toContain(element.name.toLowerCase());
          for (const name of Object.keys(element.attributes)) expect(attributes).toContain(name);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('[BR9] links nowhere but to safe addresses and to entries of the brief', () => {
    fc.assert(
      fc.property(anyDraft, anyBlocks, (draft, blocks) => {
        const chosen = draft.entries.find((entry) => entry.draft.kind === 'drafts')?.draft.id;
        const brief = buildBrief(inputFromImport(draft), {
          draft: chosen === undefined ? null : { id: chosen, blocks },
        });
        const all = elementsOf(briefHtml(brief, frame));
        const ids = all.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
        expect(new Set(ids).size).toBe(ids.length);
        for (const { attributes: found } of all.filter(({ name }) => name === 'a')) {
          const href = found['href'] ?? '';
          expect(href.startsWith('#') ? ids.includes(href.slice(1)) : /^(?:https?:\/\/|mailto:)/i.test(href)).toBe(
            true,
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('[BR9] shows hostile text as it was written', () => {
    const text = `<script>alert("1")</script> & 'more'`;
    const html = withBlock({ type: 'remark', text });
    expect(html).not.toContain('<script');
    expect(elementsOf(html).find(({ attributes: found }) => found['class'] === 'remark')?.text).toBe(text);
  });

  it('[BR9] carries a policy without scripts and network', () => {
    const policy = elementsOf(briefHtml(bare, frame)).find(
      ({ attributes: found }) => found['http-equiv'] !== undefined,
    );
    expect(policy?.attributes['content']).toContain("default-src 'none'");
    expect(policy?.attributes['content']).not.toMatch(/script-src|https?:|\*/);
  });

  it('[BR10] has a title, a language and an author', () => {
    const all = elementsOf(briefHtml({ ...bare, language: 'de', authors: ['Mara Riedel', 'Ilir Kola'] }, frame));
    expect(all.find(({ name }) => name === 'html')?.attributes['lang']).toBe('de');
    expect(all.find(({ name }) => name === 'title')?.text).toBe('Six Days in the Canal');
    expect(all.find(({ attributes: found }) => found['name'] === 'author')?.attributes['content']).toBe(
      'Mara Riedel, Ilir Kola',
    );
  });

  it('[BR10] steps down its headings one by one', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        const html = briefHtml(buildBrief(inputFromImport(draft)), frame);
        const levels = elementsOf(html).flatMap(({ name }) => (/^h[1-6]$/.test(name) ? [Number(name[1])] : []));
        expect(levels[0]).toBe(1);
        levels.slice(1).forEach((level, index) => expect(level - (levels[index] ?? 0)).toBeLessThanOrEqual(1));
      }),
      { numRuns: 50 },
    );
  });

  it('[BR7] labels each piece of fiction in the first line of its box', () => {
    const piece = {
      ref: { kind: 'voices', id: 'a' },
      name: 'Ferdinand de Lesseps',
      meta: '1805–1894, diplomat',
      text: 'No one warned me.',
    };
    const html = withBlock({ type: 'fiction', pieces: [piece, { ...piece, ref: { kind: 'voices', id: 'b' } }] });
    const boxes = elementsOf(html).filter(({ name }) => name === 'aside');
    expect(boxes).toHaveLength(2);
    for (const box of boxes) {
      expect(box.text.trim()).toMatch(/^Fiction\. Written for perspective, not a real quotation, not evidence\./);
      expect(box.text).toContain('After Ferdinand de Lesseps, 1805–1894, diplomat');
      expect(box.attributes['aria-label']).toMatch(/^Fiction/);
    }
  });

  it('[BR28] keeps the lines of short columns whole, and lets tables scroll where that is wanted', () => {
    const cell = (text: string) => ({ header: false, blocks: [{ type: 'paragraph', spans: [{ text }] } as const] });
    const rows = [{ cells: [cell('220,000'), cell('Aground on both banks of the canal, for six days')] }];
    const block: BriefBlock = {
      type: 'draft',
      title: 'T',
      blocks: [
        { type: 'table', rows },
        { type: 'table', rows },
      ],
    };
    const brief: Brief = { ...bare, parts: [{ kind: 'test', heading: 'Part', blocks: [block] }] };
    expect(briefHtml(brief, frame)).toContain('<td class="short"><p dir="auto">220,000</p></td><td><p');
    const address = [{ cells: [cell('Notice'), cell(`https://canal.example/${'7'.repeat(40)}`)] }];
    expect(withBlock({ ...block, blocks: [{ type: 'table', rows: address }] })).toMatch(
      /class="short"><p dir="auto">Notice.*class="long"><p dir="auto">https/,
    );
    const named = (html: string) =>
      elementsOf(html)
        .filter(({ attributes: found }) => found['role'] === 'region')
        .map(({ attributes: found }) => [found['aria-label'], found['tabindex']]);
    expect(named(briefHtml(brief, { ...frame, tablesScroll: true }))).toEqual([
      ['Table 1', '0'],
      ['Table 2', '0'],
    ]);
    expect(named(briefHtml(brief, frame))).toEqual([]);
  });

  it('[BR6] sets lists inside lists, and links references to printed entries alone', () => {
    const html = briefHtml(
      {
        ...bare,
        parts: [
          {
            kind: 'people',
            heading: 'People',
            blocks: [
              {
                type: 'rows',
                rows: [
                  {
                    ref: { kind: 'people', id: 'rabie' },
                    title: 'Osama Rabie',
                    also: '',
                    meta: '',
                    text: '',
                    notes: [],
                  },
                ],
              },
            ],
          },
          {
            kind: 'drafts',
            heading: 'What a day is worth',
            blocks: [
              {
                type: 'draft',
                title: 'What a day is worth',
                blocks: [
                  {
                    type: 'list',
                    ordered: true,
                    items: [
                      { ordered: true, depth: 0, spans: [{ text: 'one' }] },
                      { ordered: true, depth: 3, spans: [{ text: 'inner', bold: true }] },
                      { ordered: true, depth: 0, spans: [{ text: 'two' }] },
                    ],
                  },
                  {
                    type: 'paragraph',
                    spans: [
                      { text: 'Rabie', ref: { kind: 'people', id: 'rabie' } },
                      { text: 'Gone', ref: { kind: 'people', id: 'gone' } },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      frame,
    );
    expect(html).toContain(
      '<ol><li dir="auto">one<ol><li dir="auto"><strong>inner</strong></li></ol></li><li dir="auto">two</li></ol>',
    );
    expect(html).toContain('<a href="#entry-people-rabie">Rabie</a>Gone');
  });

  it('[BR10] sets names as row headers and says that nothing is dated only once', () => {
    const event = {
      ref: { kind: 'events', id: 'a' },
      title: 'Undated',
      date: null,
      when: '',
      clock: '',
      category: 'Salvage',
      text: '',
      expected: true,
      nature: 'Salvage',
      actors: [],
    };
    const html = withBlock({ type: 'timeline', events: [event, { ...event, ref: { kind: 'events', id: 'b' } }] });
    expect(html.match(/No event has a date yet/g)).toHaveLength(1);
    expect(html).not.toContain('class="when"');
    expect(html.match(/class="state">expected/g)).toHaveLength(2);
    expect(html.match(/Salvage/g)).toHaveLength(2);
  });
});
