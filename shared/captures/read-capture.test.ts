import fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isSound, parseReading, stringifyReading } from './reading-json.ts';
import { readCapture } from './read-capture.ts';
import type { CaptureHint } from './read-capture.ts';
import type { Reading } from './reading.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(text: string, hint: Partial<CaptureHint> = {}): Reading {
  const result = readCapture(utf8(text), { name: 'x.txt', ...hint });
  if (!result.ok) throw new Error(result.error.message);
  return result.value.reading;
}

/** Blocks as `kind: text`. */
const shown = ({ text, blocks }: Reading): string[] =>
  blocks.map((block) => `${block.kind}: ${text.slice(block.start, block.end)}`);

describe('[CP6] a plain text', () => {
  it('stays as it is, in paragraphs', () => {
    const reading = read('One line  \r\nand its second\r\n\r\n \t\r\nAnother\fone\r\n');
    expect(reading.text).toBe('One line\nand its second\n\n\nAnother\none');
    expect(shown(reading)).toEqual(['paragraph: One line\nand its second', 'paragraph: Another\none']);
  });

  it('has a paragraph for each line where lines are long', () => {
    const long = 'A sentence that somebody wrote without ever pressing return. '.repeat(3).trim();
    expect(shown(read(`${long}\n${long}\nshort`))).toEqual([
      `paragraph: ${long}`,
      `paragraph: ${long}`,
      'paragraph: short',
    ]);
  });

  it('says what it is in its first lines', () => {
    expect(read(' date 2026-01-06 Officials have agreed that the ship must be moved.').detected).toMatchObject({
      published: '2026-01-06',
    });
  });

  const example = new URL('../../../shared/stories/source-rferl.txt', import.meta.url);
  it.skipIf(!existsSync(example))(
    'of a real source has its day (skipped where the example is not beside the project)',
    () => {
      const result = readCapture(readFileSync(example), { name: 'source-rferl.txt' });
      expect(result).toMatchObject({
        ok: true,
        value: { notes: [], reading: { detected: { published: '2026-01-06' } } },
      });
      if (result.ok) expect(result.value.reading.blocks.length).toBeGreaterThan(20);
    },
  );

  it('[CP3] says where its letters are a guess', () => {
    const result = readCapture(Uint8Array.from([0x6e, 0xe4, 0x68]), { name: 'x.txt' });
    expect(result).toMatchObject({ ok: true, value: { reading: { text: 'näh' }, notes: [{ reason: 'encoding' }] } });
  });
});

describe('[CP10] Markdown', () => {
  const text = [
    '---',
    'title: "The canal"',
    'authors: [Mara Lind, "Ilir Hoxha"]',
    'date: 2021-03-25T10:00:00Z',
    'url: https://canal.example/7',
    '---',
    '# Canal',
    '',
    'A **bold** and *soft* word, `code` and a [link](https://a.example/x "t"), not [this](javascript:x()).',
    'Second line.',
    '',
    '> quoted',
    '',
    '3. three',
    '4. four',
    '   - deep',
    '',
    '| a | b |',
    '|---|---|',
    '| 1 |   |',
    '',
    '```js',
    'x <script>',
    '```',
    '<div onclick="x()">shown <script>hidden()</script></div>',
    '',
    'a<br>b <b onclick=x()>c</b> ![picture](https://evil.example/x.png) [ref]',
    '',
    '[ref]: https://b.example/',
  ].join('\n');
  const reading = read(text, { name: 'canal.md' });

  it('has its blocks', () => {
    expect(shown(reading)).toEqual([
      'heading: Canal',
      'paragraph: A bold and soft word, code and a link, not this. Second line.',
      'quote: quoted',
      'item: three',
      'item: four',
      'item: deep',
      'row: a\tb',
      'row: 1\t',
      'preformatted: x <script>',
      'paragraph: shown',
      'paragraph: a\nb c ref',
    ]);
    expect(reading.blocks.flatMap((block) => (block.kind === 'item' ? [block.marker, block.depth] : []))).toEqual([
      ...['3.', 1],
      ...['4.', 1],
      ...['•', 2],
    ]);
  });

  it('has its marks', () => {
    expect(reading.marks.map((mark) => [mark.kind, reading.text.slice(mark.start, mark.end)])).toEqual([
      ['strong', 'bold'],
      ['emphasis', 'soft'],
      ['code', 'code'],
      ['link', 'link'],
      ['link', 'ref'],
    ]);
  });

  it('has what stands above it', () => {
    expect(reading.detected).toMatchObject({
      title: 'The canal',
      authors: ['Mara Lind', 'Ilir Hoxha'],
      published: '2021-03-25',
      address: 'https://canal.example/7',
    });
  });
});

describe('[CP4] [CP5] any bytes', () => {
  const pieces = fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '<ul>',
      '<li>',
      '<pre>',
      '<br>',
      '<h1>',
      '<a href=//x>',
    ],
    ...[
      '# ',
      '> ',
      '- ',
      '1. ',
      '\n',
      '\n\n',
      '| a |',
      '|---|',
      '**',
      '_',
      '`',
      '[x](y)',
      '<!--',
      '---',
      ' ',
      '\t',
      '\u00a0',
    ],
    ...[
      '😀',
      '\ud83d',
      'word ',
      '&nbsp;',
      '&#xd800;',
      '\u0000',
      '<svg>',
      '<script>',
      '<blockquote>',
      '<dd>',
      '<th colspan=9>',
    ],
  );
  const text = fc
    .array(fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 40 })
    .map((parts) => parts.join(''));
  const name = fc.constantFrom('a.txt', 'a.md', 'a.html', 'a.mhtml');

  it('give sound readings, the same each time, that can be stored', () => {
    fc.assert(
      fc.property(text, name, (content, called) => {
        const bytes = utf8(
          called === 'a.mhtml'
            ? `Content-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\n\n${content}`
            : content,
        );
        const result = readCapture(bytes, { name: called });
        expect(readCapture(bytes, { name: called })).toEqual(result);
        if (!result.ok) return;
        const { reading } = result.value;
        expect(isSound(reading)).toBe(true);
        expect(parseReading(stringifyReading(reading))).toEqual({ ok: true, value: reading });
      }),
      { numRuns: 1500 },
    );
  });

  it('[CP2] never throw', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.string({ maxLength: 10 }),
        fc.string({ maxLength: 20 }),
        (bytes, called, mediaType) => {
          const result = readCapture(bytes, { name: called, mediaType });
          expect(result.ok ? isSound(result.value.reading) : result.error.message).toBeTruthy();
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('[CP4] a stored reading', () => {
  const good = read('One 😀 paragraph\n\nTwo');
  const stored = (change: (reading: Reading) => void): Uint8Array => {
    const copy = structuredClone(good);
    change(copy);
    return utf8(JSON.stringify(copy));
  };

  it.each<[string, (reading: Reading) => void]>([
    ['a block beyond the text', ({ blocks }) => void (blocks[1] = { kind: 'paragraph', start: 18, end: 99 })],
    ['blocks that overlap', ({ blocks }) => void (blocks[1] = { kind: 'paragraph', start: 3, end: 21 })],
    ['words between blocks', ({ blocks }) => void blocks.pop()],
    ['half a character', ({ marks }) => void marks.push({ kind: 'strong', start: 0, end: 5 })],
    ['a mark over two blocks', ({ marks }) => void marks.push({ kind: 'strong', start: 0, end: 20 })],
    ['pages out of order', ({ pages }) => void pages.push(page(5, 9), page(0, 2))],
    [
      'cells outside of their row',
      ({ blocks }) =>
        void (blocks[1] = { kind: 'row', isHead: false, cells: [{ start: 0, end: 2 }], start: 18, end: 21 }),
    ],
    ['another version', (reading) => void Object.assign(reading, { version: 2 })],
  ])('is refused for %s', (_, change) => {
    expect(parseReading(stored(change))).toMatchObject({ ok: false, error: { reason: 'broken' } });
  });

  it('is refused where it is none', () => {
    for (const text of ['', '{', 'null', '"x"']) expect(parseReading(utf8(text)).ok).toBe(false);
  });
});

function page(start: number, end: number) {
  return { label: '', width: 1, height: 1, start, end };
}
