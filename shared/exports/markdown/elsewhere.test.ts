import { describe, expect, it } from 'vitest';
import type { DraftBlock, DraftCell, DraftSpan } from '../../story/draft-block.ts';
import { withKnownEntries } from './known-entries.ts';
import { readDraftMarkdown } from './read-draft.ts';

const paragraph = (...spans: readonly DraftSpan[]): DraftBlock => ({ type: 'paragraph', spans });
const words = (text: string): DraftBlock => paragraph({ text });
const item = (text: string) => ({ spans: [{ text }], depth: 0, ordered: false });
const picture = (name: string, alt: string, caption = ''): DraftBlock => ({
  type: 'image',
  sha256: name,
  mediaType: 'image/png',
  width: 0,
  height: 0,
  alt,
  caption: caption === '' ? [] : [{ text: caption }],
});
const data = 'data:image/png;base64,iVBORw0KGgo=';
const nothing = { linkedPictures: 0, lostPictures: 0, dividers: 0, comments: 0 };

describe('pictures in Markdown from elsewhere', () => {
  it('[EX47] come along where the text holds their bytes, however it does', () => {
    const text = `Before ![Bow](${data} "The bow") after

![][image1]

<img src="${data}" alt='Stern'>

[image1]: <data:image/PNG;base64,QUJD>`;
    const read = readDraftMarkdown(text);
    expect(read.blocks).toEqual([
      words('Before  after'),
      picture('picture-1', 'Bow', 'The bow'),
      picture('picture-3', ''),
      picture('picture-2', 'Stern'),
    ]);
    expect(read.pictures).toEqual([
      { name: 'picture-1', mediaType: 'image/png', base64: 'iVBORw0KGgo=' },
      { name: 'picture-2', mediaType: 'image/png', base64: 'iVBORw0KGgo=' },
      { name: 'picture-3', mediaType: 'image/png', base64: 'QUJD' },
    ]);
    expect(read.leftOut).toEqual(nothing);
  });

  it('[EX47] stand behind the list, table or heading that they are in', () => {
    const text = `# Ship ![Flag](${data})

- one ![Bow](${data})
- ![Stern](${data})

| a |
| --- |
| ![Keel](${data}) |
`;
    const cell: DraftCell = { header: true, blocks: [words('a')] };
    expect(readDraftMarkdown(text)).toMatchObject({
      title: 'Ship ',
      blocks: [
        picture('picture-1', 'Flag'),
        { type: 'list', ordered: false, items: [item('one')] },
        picture('picture-2', 'Bow'),
        picture('picture-3', 'Stern'),
        { type: 'table', rows: [{ cells: [cell] }, { cells: [{ header: false, blocks: [paragraph()] }] }] },
        picture('picture-4', 'Keel'),
      ],
    });
  });

  it('[EX47] elsewhere are links or words, and are counted', () => {
    const text = `![](https://canal.example/ship.png) ![A ship](ship.png) ![](bow.png) ![Drawing](data:image/svg+xml,%3Csvg/%3E)

A note[^1].

[^1]: See ![the stern](${data}).`;
    const read = readDraftMarkdown(text);
    expect(read.blocks).toEqual([
      paragraph(
        { text: 'https://canal.example/ship.png', link: 'https://canal.example/ship.png' },
        { text: ' A ship (ship.png) bow.png Drawing' },
      ),
      paragraph({ text: 'A note' }, { text: '', footnote: [{ text: 'See the stern.' }] }, { text: '.' }),
    ]);
    expect(read.leftOut).toEqual({ ...nothing, linkedPictures: 1, lostPictures: 4 });
  });

  it('[EX46] in code are the words of an example', () => {
    const text = `Write \`![x](${data})\`:\n\n    ![x](${data})\n`;
    expect(readDraftMarkdown(text).blocks).toEqual([
      paragraph({ text: 'Write ' }, { text: `![x](${data})`, code: true }, { text: ':' }),
      paragraph({ text: `![x](${data})`, code: true }),
    ]);
  });
});

describe('other Markdown from elsewhere', () => {
  it('[EX46] keeps the words of a table in a list, of notes and names that nothing leads to, and between comments', () => {
    const text = `- one

  | a |
  | --- |
  | b |
- two[^1]

<!-- hidden --> <b>shown</b> <!-- hidden -->

---

[^1]: See [@riedel, p. 2].
[^2]: Nobody leads here[^1].

[Port]: https://canal.example/port "The port"
[Bow]: ${data}
[//]: # (a comment)`;
    const read = readDraftMarkdown(text);
    expect(read.blocks).toMatchObject([
      {
        type: 'list',
        items: [item('one'), { spans: [{ text: 'two' }, { footnote: [{ text: 'See [@riedel, p. 2].' }] }] }],
      },
      { type: 'table' },
      words('<b>shown</b>'),
      words('Nobody leads here.'),
      paragraph(
        { text: 'Port: ' },
        { text: 'https://canal.example/port', link: 'https://canal.example/port' },
        { text: ' The port' },
      ),
      picture('picture-1', ''),
    ]);
    expect(read.leftOut).toEqual({ ...nothing, dividers: 1, comments: 2 });
  });

  it('[EX48] takes its title from the top, from what stands before the text, or from its first heading', () => {
    expect(readDraftMarkdown('\ufeff# Cost\n\n## Day')).toMatchObject({
      title: 'Cost',
      blocks: [{ type: 'heading', level: 1, spans: [{ text: 'Day' }] }],
    });
    expect(readDraftMarkdown(`---\ntitle: "Six \\"days\\""\ntags:\n  - canal\n---\n\nWords\n`)).toMatchObject({
      title: 'Six "days"',
      blocks: [paragraph({ text: 'tags:\n  - canal', code: true }), words('Words')],
    });
    expect(readDraftMarkdown('Words\n\n# Cost')).toMatchObject({
      title: 'Cost',
      blocks: [words('Words'), { type: 'heading', level: 1 }],
    });
    expect(readDraftMarkdown('---\nWords between lines\n---\n').blocks).toMatchObject([
      { type: 'heading', spans: [{ text: 'Words between lines' }] },
    ]);
    expect(readDraftMarkdown('# Cost\n\n## Day', { titled: false }).blocks).toMatchObject([{ level: 1 }, { level: 2 }]);
  });

  it('[EX46] gives every row of a table as many cells', () => {
    const [table] = readDraftMarkdown('| a | b |\n| --- | --- |\n| c |\n| d | e |').blocks;
    expect(table?.type === 'table' && table.rows.map(({ cells }) => cells.length)).toEqual([2, 2, 2]);
  });

  it('[EX46] nested as only an attack nests it is lines of words', () => {
    const text = `${'> '.repeat(5000)}deep\nWords`;
    expect(readDraftMarkdown(text).blocks).toEqual([words(`${'> '.repeat(5000)}deep`), words('Words')]);
    const lists = (depth: number) => Array.from({ length: depth }, (_, at) => `${'  '.repeat(at)}- x`).join('\n');
    expect(readDraftMarkdown(lists(40)).blocks).toHaveLength(1);
    expect(readDraftMarkdown(lists(400)).blocks).toHaveLength(400);
  });
});

describe('a draft of another notebook', () => {
  it('[EX49] has words for the entries that are not here, and counts them', () => {
    const read = readDraftMarkdown(`See [Port](<backstory:organizations/o-1>) and [Tug](<backstory:people/p-1>).

Held [see @here{p. 2}; cf. @gone{p. 3}]. Denied [@gone].

[@here]: <backstory:sources/s-1> "Six days"
[@gone]: <backstory:sources/s-2> "Notice"`);
    const { blocks, strangers } = withKnownEntries(read, ({ id }) => id === 's-1' || id === 'p-1');
    expect(blocks).toEqual([
      paragraph({ text: 'See Port and ' }, { text: 'Tug', ref: { kind: 'people', id: 'p-1' } }, { text: '.' }),
      paragraph(
        { text: 'Held ' },
        { text: '', cites: [{ ref: { kind: 'sources', id: 's-1' }, prefix: 'see', locator: 'p. 2' }] },
        { text: ' [cf. Notice, p. 3]. Denied [Notice].' },
      ),
    ]);
    expect(strangers).toBe(3);
  });
});
