import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createEntry } from '../../shared/story/commands/create-entry.ts';
import { draftDocId, draftRoot } from '../../shared/story/document.ts';
import { createJournals } from '../journal/engine/journals.ts';
import { parseCommand } from './arguments.ts';
import { exportStory } from './export.ts';
import { notebookOf } from './notebook.ts';

const sample = join(import.meta.dirname, '../../resources/samples/six-days-in-the-canal.json');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backstory-exports-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

describe('export of a story for other programs', () => {
  it.each(['csv', 'ics', 'timelinejs', 'md'] as const)('%s is a form, and is written', async (format) => {
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const out = join(folder, 'out');
    expect(parseCommand(['export', sample, '--format', format, '--out', out])).toMatchObject({ value: { format } });
    expect(await exportStory(sample, format, out, null)).toEqual({ ok: true, value: '' });
    const text = await readFile(out, 'utf8');
    const beginnings = { csv: /^\ufefftitle,date,/, ics: /^BEGIN:VCALENDAR\r\n/, timelinejs: /^\{\n/, md: /^# / };
    expect(text).toMatch(beginnings[format]);
  });

  it('refuses where the format asks for an event and there is none, and writes nothing', async () => {
    const page = join(folder, 'page.json');
    await writeFile(page, '{"title":"T","events":[{"title":"Some day","date":null}]}');
    for (const format of ['ics', 'timelinejs'] as const) {
      const out = join(folder, format);
      const refused = await exportStory(page, format, out, null);
      expect(!refused.ok && refused.error).toMatch(/^No .*event has a date, and a (?:calendar|timeline) needs one\.$/);
      await expect(readFile(out)).rejects.toThrow(/ENOENT/);
    }
  });

  it('says on stderr what the format has no place for', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const page = join(folder, 'page.json');
    await writeFile(
      page,
      '{"title":"T","events":[{"title":"Some\\nday","date":null},{"title":"Then","date":"2021-03-23"}]}',
    );
    expect(await exportStory(page, 'timelinejs', join(folder, 'out'), null)).toEqual({ ok: true, value: '' });
    expect(said.mock.calls.map(([words]) => words)).toEqual([
      'Left out for want of a date that can be written: “Some day”.\n',
    ]);
  });

  it('names ten of many, and counts the others', async () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const page = join(folder, 'page.json');
    const undated = Array.from({ length: 12 }, (_, at) => ({ title: `No. ${at}`, date: null }));
    await writeFile(page, JSON.stringify({ title: 'T', events: [...undated, { title: 'Then', date: '2021' }] }));
    expect(await exportStory(page, 'timelinejs', join(folder, 'out'), null)).toEqual({ ok: true, value: '' });
    expect(said.mock.calls.join()).toMatch(/“No\. 9” and 2 more\.\n$/);
  });

  it('writes a notebook’s drafts into its Markdown, as they stand', async () => {
    const { id, doc } = await notebookOf({
      ...{ format: 'story-json', fileName: 'a.json', entries: [], unsorted: [], doubts: [] },
      story: { title: 'Six days' },
    });
    const writer = { doc, newId: () => crypto.randomUUID(), now: () => '2021-03-26T12:00:00Z', author: 'Ada' };
    const draft = createEntry(writer, { kind: 'drafts', fields: { title: 'What a day is worth' } });
    const text = new Y.Doc();
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('Delay is not *loss*.')]);
    draftRoot(text).insert(0, [paragraph]);
    const journals = createJournals(join(folder, 'library'));
    try {
      await journals.methods['journal.open']({ notebook: id, title: 'Six days', create: true });
      const row = { at: 1, author: 'Ada', authorId: 'ada', session: 'one', origin: 'edit' as const };
      const docs = [[id, doc] as const, [draftDocId(id, draft.id), text] as const];
      const rows = docs.map(([name, one], step) => ({
        ...row,
        ...{ doc: name, step, bytes: new Uint8Array(Y.encodeStateAsUpdate(one)) },
      }));
      await journals.methods['journal.append']({ notebook: id, rows });
      const out = join(folder, 'out.md');
      expect(await exportStory(journals.library.find(id) ?? '', 'md', out, null)).toEqual({ ok: true, value: '' });
      const written = await readFile(out, 'utf8');
      expect(written).toBe(
        `# Six days\n\n<!-- backstory:notebook -->\n\n## What a day is worth\n\n<!-- backstory:drafts/${draft.id} -->\n\nDelay is not \\*loss\\*.\n`,
      );
      const again = join(folder, 'again.md');
      expect(await exportStory(out, 'md', again, null)).toEqual({ ok: true, value: '' });
      expect(await readFile(again, 'utf8')).toBe(written);
    } finally {
      journals.end();
    }
  });
});
