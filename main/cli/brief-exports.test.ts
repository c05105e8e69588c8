import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildBrief } from '../../shared/brief/index.ts';
import { writeHtml } from '../../shared/exports/index.ts';
import { readStoryText } from '../../shared/imports/index.ts';
import { StoryReader } from '../../shared/story/reading/reader.ts';
import { exportStory } from './export.ts';
import { notebookOf } from './notebook.ts';

const print = join(import.meta.dirname, '../../resources/print');
const office = ['/usr/bin/soffice', '/usr/local/bin/soffice'].find((path) => existsSync(path));
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const hash = 'ab'.repeat(32);
const story = {
  title: 'Six days in the canal',
  deck: 'A ship, aground & across',
  capturedOn: '2021-03-26',
  overview: ['One vessel closes the route.'],
  events: [{ id: 'e', title: 'Ship grounds', date: '2021-03-23', category: 'Grounding', text: 'Both banks.' }],
  people: [{ id: 'p', name: 'Osama Rabie', role: 'Chairman', note: 'Directs the salvage.' }],
  indicators: [{ id: 'i', value: '237', label: 'Vessels waiting', detail: 'Both ends' }],
  voices: [{ id: 'v', name: 'Lesseps', text: 'I was told.' }],
  sources: [
    {
      id: 's',
      title: 'Notice 7',
      address: 'https://canal.example/7',
      authors: ['Mara Riedel'],
      published: '2021-03-24',
    },
  ],
  extra: {
    entries: { drafts: [{ id: 'd', title: 'What a day is worth' }] },
    drafts: {
      d: [
        { type: 'heading', level: 1, spans: [{ text: 'Delay is not loss' }] },
        {
          type: 'paragraph',
          spans: [
            { text: 'Ships ' },
            { text: 'wait', bold: true },
            { text: '', footnote: [{ text: 'By the port’s own count.' }] },
            { text: ' and some turn back' },
            { text: '', cites: [{ ref: { kind: 'sources', id: 's' }, locator: 'p. 2' }] },
            { text: '. أسامة' },
          ],
        },
        {
          type: 'list',
          ordered: true,
          items: [
            { spans: [{ text: 'Tugs first' }], depth: 0, ordered: true },
            { spans: [{ text: 'Then the tide' }], depth: 1, ordered: true },
          ],
        },
        {
          type: 'table',
          rows: [
            {
              cells: ['Day', 'Ships'].map((text) => ({
                header: true,
                blocks: [{ type: 'paragraph', spans: [{ text }] }],
              })),
            },
            {
              cells: ['Tuesday', '165'].map((text) => ({
                header: false,
                blocks: [{ type: 'paragraph', spans: [{ text }] }],
              })),
            },
          ],
        },
        {
          type: 'image',
          sha256: hash,
          mediaType: 'image/png',
          width: 1,
          height: 1,
          alt: 'The bow',
          caption: [{ text: 'The bow in the bank' }],
        },
      ],
    },
  },
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backstory-briefs-'));
  await writeFile(join(folder, 'story.json'), JSON.stringify(story));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function exportedDocx(): Promise<string> {
  const out = join(folder, 'story.docx');
  expect(await exportStory(join(folder, 'story.json'), 'docx', out, null)).toEqual({ ok: true, value: '' });
  return out;
}

const words = [
  ...[
    'Six days in the canal',
    'A ship, aground & across',
    'One vessel closes the route.',
    'Ship grounds',
    'Both banks.',
  ],
  ...[
    'Osama Rabie',
    'Chairman',
    'Directs the salvage.',
    '237',
    'Vessels waiting',
    'Lesseps',
    'I was told.',
    'Notice 7',
  ],
  ...['What a day is worth', 'Delay is not loss', 'Ships', 'wait', 'By the port’s own count.', 'Tugs first', 'أسامة'],
  ...['Then the tide', 'Tuesday', '165', 'The bow in the bank', 'Fiction.'],
];

describe('a brief for word processors', () => {
  it.skipIf(office === undefined)(
    '[EX50] is opened by LibreOffice, and its text survives, notes included',
    async () => {
      const docx = await exportedDocx();
      // A profile of its own: another office may be open.
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      const convert = (to: string) =>
        promisify(execFile)(office ?? '', [profile, '--headless', '--convert-to', to, '--outdir', folder, docx]);
      await convert('fodt');
      const text = (await readFile(join(folder, 'story.fodt'), 'utf8')).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
      for (const one of words) expect(text.replaceAll('&amp;', '&')).toContain(one);
      expect(text).toMatch(/Ships wait 1 By the port’s own count\./);
    },
    120_000,
  );
});

describe('a brief as one file for browsers', () => {
  it('[EX55] carries its words and needs nothing else', async () => {
    const read = readStoryText(JSON.stringify(story), { fileName: 'story.json', capturedOn: null });
    if (!read.ok) throw new Error(read.error.message);
    const { doc, drafts } = await notebookOf(read.value);
    const images = () => ({ mediaType: 'image/png', base64: png });
    const brief = buildBrief(new StoryReader(doc), { draft: drafts[0] ?? null, contents: true, images });
    const sheets = ['brief.css', 'reading.css'].map((name) => readFile(join(print, name), 'utf8'));
    const css = (await Promise.all(sheets)).join('\n');
    const asked: string[] = [];
    const html = writeHtml(brief, { css, fontOf: (file) => (asked.push(file), 'AAAA') });
    for (const one of words) expect(html.replace(/&amp;/g, '&').replace(/&#39;/g, '’')).toContain(one);
    // Nothing is fetched, and nothing runs.
    expect(html).not.toMatch(/<script|<link|src="(?!data:)|url\((?!'data:|#)/);
    expect(html).toMatch(
      /content="default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; font-src data:; img-src data:/,
    );
    // Of the letters only those it needs: none for Greek.
    expect(asked).toContain('inter-latin-400-normal.woff2');
    expect(asked.some((file) => file.includes('greek'))).toBe(false);
    // Notes stand at the end, and lead back.
    expect(html).toMatch(/<a[^>]*href="#note-1"[^>]*role="doc-noteref"/);
    expect(html).toMatch(/<li id="note-1"[^>]*><a class="backref" href="#noteref-1"/);
  });
});
