import * as fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { buildBrief } from '../../brief/index.ts';
import type { BriefOptions } from '../../brief/index.ts';
import type { DraftBlock } from '../../story/draft-block.ts';
import { sectionList } from '../../story/sections.ts';
import { anyDraftBlocks, normal } from '../../story/testing/any-draft-blocks.suite.ts';
import { anyWords, notebook } from '../testing/notebook.suite.ts';
import { writeDocx } from './write.ts';

const at = '2026-11-22T12:00:00.000Z';
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const images = (): { readonly mediaType: string; readonly base64: string } => ({ mediaType: 'image/png', base64: png });
const reader = notebook({ title: 'Six <days> & nights', deck: 'A ship' }, [
  ...sectionList.map((section) => section.fixture()),
  { kind: 'drafts', id: 'd', fields: { title: 'What a day is worth' } },
]);

async function written(
  blocks: readonly DraftBlock[],
  options: BriefOptions = {},
): Promise<Readonly<Record<string, string>>> {
  const brief = buildBrief(reader, {
    draft: { id: 'd', blocks },
    contents: true,
    authors: ['Ada'],
    images,
    ...options,
  });
  const files = unzipSync(await writeDocx(brief, { paper: 'A4', at }));
  return Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes)]));
}

const note: DraftBlock = {
  type: 'paragraph',
  spans: [{ text: 'Ships wait' }, { text: '', footnote: [{ text: 'By count.' }] }],
};

describe('a brief for word processors', () => {
  it('[EX50] has headings, real footnotes, contents, tables, lists, pictures and properties', async () => {
    const files = await written([
      note,
      { type: 'heading', level: 1, spans: [{ text: 'Delay' }] },
      { type: 'list', ordered: true, items: [{ spans: [{ text: 'Tugs' }], depth: 0, ordered: true }] },
      {
        type: 'image',
        sha256: 'ab'.repeat(32),
        mediaType: 'image/png',
        width: 10,
        height: 10,
        alt: 'The bow',
        caption: [],
      },
    ]);
    const document = files['word/document.xml'] ?? '';
    expect(document).toMatch(/<w:footnoteReference w:id="1"\/>/);
    expect(files['word/footnotes.xml']).toContain('By count.');
    expect(document).toMatch(/<w:pStyle w:val="Heading1"\/>/);
    expect(document).toMatch(/<w:pStyle w:val="Heading2"\/>(?:(?!<\/w:p>).)*Delay/);
    expect(document).toMatch(/TOC \\h \\o/);
    expect(document).toMatch(/<w:numPr>/);
    expect(document).toMatch(/descr="The bow"/);
    expect(document).toContain('Six &lt;days&gt; &amp; nights');
    expect(files['docProps/core.xml']).toMatch(/<dc:title>Six &lt;days&gt; &amp; nights<\/dc:title>/);
    expect(files['docProps/core.xml']).toMatch(/<dc:creator>Ada<\/dc:creator>/);
    expect(files['docProps/core.xml']).toContain(`>${at}</dcterms:created>`);
  });

  it('[EX58] has a title page of its own where the brief has one', async () => {
    const document = (await written([note], { titlePage: true }))['word/document.xml'] ?? '';
    const [cover = '', rest = ''] = document.split('</w:sectPr></w:pPr>');
    expect(cover).toContain('Six &lt;days&gt; &amp; nights');
    expect(cover).toMatch(/<w:pStyle w:val="BriefMeta"\/>(?:(?!<\/w:p>).)*Ada/);
    expect(cover).not.toMatch(/TOC|footerReference/);
    expect(rest).toMatch(/TOC \\h \\o.*<w:br w:type="page"\/>.*Ships wait/s);
    expect(rest).toMatch(/footerReference/);
    const plain = (await written([note]))['word/document.xml'] ?? '';
    expect(plain.split('<w:sectPr')).toHaveLength(2);
  });

  it('[EX50] has contents that name the headings and no page: word processors are asked to fill those in', async () => {
    const files = await written([note, { type: 'heading', level: 1, spans: [{ text: 'Delay' }] }]);
    const contents = /TOC \\h \\o.*?<\/w:sdtContent>/s.exec(files['word/document.xml'] ?? '')?.[0] ?? '';
    const words = [...contents.matchAll(/<w:t[ >][^<]*?>?([^<>]*)</g)].map(([, text]) => text);
    expect(words).toContain('What a day is worth');
    expect(words).toContain('Delay');
    expect(words.filter((text) => /^\d+$/.test(text ?? ''))).toEqual([]);
    expect(files['word/settings.xml']).toContain('<w:updateFields/>');
  });

  it('[EX54] gives columns the width of what stands in them, and room for their longest word', async () => {
    const cell = (text: string) => ({ header: false, blocks: [{ type: 'paragraph', spans: [{ text }] } as const] });
    const rows = [
      ['Ship', 'Destination', 'Tonnage', 'Remarks'],
      [
        'Ever Given',
        'Rotterdam',
        '220,000',
        'Aground on both banks, and six days across the channel until the tide came in',
      ],
    ].map((texts) => ({ cells: texts.map(cell) }));
    const document = (await written([{ type: 'table', rows }], { parts: ['drafts'] }))['word/document.xml'] ?? '';
    const table = document.slice(document.lastIndexOf('<w:tbl>'));
    // In fiftieths of a percent.
    const widths = [...table.matchAll(/<w:tcW w:type="pct" w:w="(\d+)"/g)].map(([, width]) => Number(width) / 50);
    expect(widths.slice(0, 4).reduce((all, one) => all + one, 0)).toBeCloseTo(100, 0);
    const [ship = 0, destination = 0, tonnage = 0, remarks = 0] = widths;
    expect(destination).toBeGreaterThan(ship);
    expect(ship).toBeGreaterThan(tonnage);
    expect(remarks).toBeGreaterThan(45);
  });

  it('[EX51] has endnotes where the brief has its notes at the end', async () => {
    const files = await written([note], { notesAt: 'end' });
    expect(files['word/document.xml']).toMatch(/<w:endnoteReference w:id="1"\/>/);
    expect(files['word/endnotes.xml']).toContain('By count.');
  });

  it('[EX1] is the same file twice', async () => {
    const brief = buildBrief(reader, { draft: { id: 'd', blocks: [note] }, contents: true, images });
    const [one, two] = [
      await writeDocx(brief, { paper: 'Letter', at }),
      await writeDocx(brief, { paper: 'Letter', at }),
    ];
    const texts = [one, two].map((file) =>
      Object.entries(unzipSync(file)).map(([path, bytes]) => [path, strFromU8(bytes)]),
    );
    expect(texts[0]).toEqual(texts[1]);
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  });

  it('[EX2] is well-formed whatever a draft holds', async () => {
    await fc.assert(
      fc.asyncProperty(anyDraftBlocks({ words: anyWords }), async (blocks) => {
        const files = await written(normal(blocks), { parts: ['drafts'] });
        for (const path of ['word/document.xml', 'word/footnotes.xml']) {
          const xml = files[path] ?? '';
          expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
          // What is text has no sign of markup but for entities.
          for (const [, text = ''] of xml.matchAll(/<w:t[^>]*>([^<]*)</g))
            expect(text).not.toMatch(/&(?!amp;|lt;|gt;|quot;|apos;)/);
        }
      }),
      { numRuns: 30 },
    );
  });
});
