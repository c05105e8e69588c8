import { describe, expect, test } from 'vitest';
import { writeDraftMarkdown } from '../../../shared/exports/index.ts';
import { createEntry } from '../../../shared/story/commands/create-entry.ts';
import { deleteEntries } from '../../../shared/story/commands/delete-entry.ts';
import type { DraftBlock } from '../../../shared/story/draft-block.ts';
import { readDraftBlocks } from '../../../shared/story/reading/draft-blocks.ts';
import { openNotebook } from '../../fields/testing/open-notebook.suite.tsx';
import { draftFromFile } from './draft-from-file.ts';
import { readFile } from './read-file.ts';

type Notebook = Awaited<ReturnType<typeof openNotebook>>;

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAAECAIAAADETxJQAAAAEElEQVR4nGNgYGD4z8DAAAABBAEAcEbfhQAAAABJRU5ErkJggg==';
const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
const paragraph = (text: string): DraftBlock => ({ type: 'paragraph', spans: [{ text }] });
const markdown = (text: string, name = 'notes.md'): File => new File([text], name);

const bring = ({ session, captures }: Notebook, file: File, signal = new AbortController().signal) =>
  draftFromFile(file, {
    session,
    captures,
    signal,
    read: readFile,
    draw: () => Promise.resolve({ width: 3, height: 4 }),
  });

async function made(notebook: Notebook, file: File) {
  const answer = await bring(notebook, file);
  if (!answer.ok) throw new Error(answer.error);
  const { ref, title, remarks } = answer.value;
  const loaded = await notebook.session.draft(ref.id);
  if (!loaded.ok) throw new Error(loaded.error.message);
  return { ref, title, remarks, blocks: readDraftBlocks(loaded.value.doc) };
}

describe('a draft of a Markdown file', () => {
  test('[EX44] that was exported here is the same draft, with its picture, citations and references, in one undo step', async () => {
    const notebook = await openNotebook();
    const { session, captures } = notebook;
    const source = createEntry(session.writer, { kind: 'sources', fields: { title: 'Notice 7' } });
    const person = createEntry(session.writer, { kind: 'people', fields: { name: 'Salvage master' } });
    const draft = createEntry(session.writer, { kind: 'drafts', fields: { title: 'What a day is worth' } });
    // What is in the trash is named all the same.
    deleteEntries(session.writer, [person]);
    const sha256 = await captures.put(session.id, bytesOf(png));
    const blocks: readonly DraftBlock[] = [
      { type: 'heading', level: 1, spans: [{ text: 'Delay' }] },
      {
        type: 'paragraph',
        spans: [
          { text: 'So says the ' },
          { text: 'Salvage master', ref: person },
          { text: ' ' },
          { text: '', cites: [{ ref: source, locator: 'p. 2' }] },
          { text: '', footnote: [{ text: 'As declared' }] },
        ],
      },
      {
        type: 'image',
        sha256,
        mediaType: 'image/png',
        width: 3,
        height: 4,
        alt: 'Bow',
        caption: [{ text: 'The bow' }],
      },
      paragraph('Others turn back.'),
    ];
    const text = writeDraftMarkdown(session.reader, { id: draft.id, blocks }, () => ({
      mediaType: 'image/png',
      base64: png,
    }));
    const before = session.reader.ids('drafts').length;
    const back = await made(notebook, markdown(text));
    expect(back).toMatchObject({ title: 'What a day is worth', remarks: [], blocks });
    expect(session.reader.titleOf(back.ref)).toBe('What a day is worth');

    session.undo.undo();
    expect(session.reader.ids('drafts')).toHaveLength(before);
    expect(session.reader.titleOf(source)).toBe('Notice 7');
    session.undo.redo();
    expect(session.reader.titleOf(back.ref)).toBe('What a day is worth');
  });

  test('[EX47] [EX49] from elsewhere takes its name from the file, and what does not come along is counted', async () => {
    const notebook = await openNotebook();
    const text = `Words and ![A ship](ship.png) ![](https://canal.example/bow.png).

![Bow](data:image/png;base64,${png} "The bow")

![Stern](data:image/png;base64,AAAA)

![](data:image/png;base64,AAAA=A)

See [the port](<backstory:organizations/o-1>).

---
`;
    const { title, remarks, blocks } = await made(notebook, markdown(text, 'six.days.md'));
    expect(title).toBe('six.days');
    expect(blocks).toMatchObject([
      { type: 'paragraph' },
      { type: 'image', mediaType: 'image/png', width: 3, height: 4, alt: 'Bow', caption: [{ text: 'The bow' }] },
      paragraph('Stern'),
      paragraph('See the port.'),
    ]);
    const [, image] = blocks;
    expect((await notebook.captures.get(notebook.session.id, image?.type === 'image' ? image.sha256 : '')).ok).toBe(
      true,
    );
    expect(remarks).toEqual([
      '3 pictures could not be brought along: their words are left.',
      '1 picture is on the web, and is a link now.',
      'Left out: 1 dividing line.',
      '1 reference or citation is words now: this notebook does not have the entry.',
    ]);
  });

  test('[EX47] a picture that is only named comes along where the notebook has it', async () => {
    const notebook = await openNotebook();
    const sha256 = await notebook.captures.put(notebook.session.id, bytesOf(png));
    const named = (hash: string) => `![Bow][p]\n\n[p]: <data:image/png;sha256=${hash};width=3;height=4;base64,>`;
    const here = await made(notebook, markdown(named(sha256)));
    expect(here.remarks).toEqual([]);
    expect(here.blocks[0]).toMatchObject({ type: 'image', sha256 });
    const gone = await made(notebook, markdown(named('ab'.repeat(32))));
    expect(gone.remarks).toEqual(['1 picture could not be brought along: its words are left.']);
    expect(gone.blocks).toEqual([paragraph('Bow')]);
  });

  test('a line to write on stands behind a table at the end', async () => {
    const { blocks } = await made(await openNotebook(), markdown('| a |\n| --- |\n| b |'));
    expect(blocks).toMatchObject([{ type: 'table' }, { type: 'paragraph', spans: [] }]);
  });

  test('one that is stopped makes nothing', async () => {
    const notebook = await openNotebook();
    const stopped = new AbortController();
    stopped.abort();
    expect(await bring(notebook, markdown('Words'), stopped.signal)).toEqual({ ok: false, error: '' });
    expect(notebook.session.reader.ids('drafts')).toEqual([]);
  });
});

describe('a file that cannot be a draft', () => {
  const why = (bytes: Uint8Array | string): string => {
    const read = readFile('x.md', typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes);
    return read.ok ? '' : read.error;
  };

  test('is refused in a sentence', () => {
    expect(why('%PDF-1.7')).toBe('No draft was made: “x.md” is a PDF, not text. It may be a source.');
    expect(why(new Uint8Array([1, 2, 3, 0, 255]))).toBe('No draft was made: “x.md” is not text.');
    expect(why(' \n')).toBe('No draft was made: “x.md” is empty.');
    expect(why('')).toBe('No draft was made: “x.md” is empty.');
    expect(why('word '.repeat(210_000))).toMatch(/has more than 1,000,000 letters/);
    expect(why('x\n\n'.repeat(10_001))).toMatch(/has more than 10,000 lines and cells/);
  }, 60_000);

  test('pictures do not count as letters, and other encodings are read', () => {
    expect(why(`![](data:image/png;base64,${'A'.repeat(1_200_000)})`)).toBe('');
    const utf16 = new Uint8Array(new Uint16Array([...'\ufeff# Größe'].map((sign) => sign.charCodeAt(0))).buffer);
    expect(readFile('x.md', utf16)).toMatchObject({ ok: true, value: { title: 'Größe', isGuess: false } });
    const latin = new Uint8Array([0x23, 0x20, 0x47, 0x72, 0xf6, 0xdf, 0x65]);
    expect(readFile('x.md', latin)).toMatchObject({ ok: true, value: { title: 'Größe', isGuess: true } });
  });
});
