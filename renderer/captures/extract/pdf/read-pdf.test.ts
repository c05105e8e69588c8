import { beforeAll, describe, expect, it } from 'vitest';
import { makePdf } from '../../../../shared/captures/testing/make-pdf.ts';
import { serveOwnFiles } from './own-files.suite.ts';
import { readPdf } from './read-pdf.ts';

beforeAll(() => void serveOwnFiles());

const hint = { name: 'statement.pdf' };
const nothing = () => undefined;
const read = (bytes: Uint8Array) => readPdf(bytes, hint, nothing);

describe('[CP30] a PDF', () => {
  it('is its pages, in paragraphs, with their sizes', async () => {
    const steps: string[] = [];
    const bytes = makePdf({
      pages: [
        [
          '# Ship blocks canal',
          '',
          'The vessel lost the ability to steer in high',
          'winds, officials said. It is inter-',
          'nationally known.',
          '',
          'A second paragraph.',
        ],
        ['The other page.'],
      ],
      info: '/Title (Microsoft Word - x.docx) /Author (Mara Lind and Ilir Hoxha) /CreationDate (D:20210324101500Z)',
      catalog: '/Lang (en-GB)',
    });
    const outcome = await readPdf(bytes, hint, (done, total) => steps.push(`${String(done)}/${String(total)}`));
    if (!outcome.ok) throw new Error(outcome.error.message);
    const { text, blocks, pages, detected } = outcome.value.reading;
    expect(text.split('\n\n')).toEqual([
      'Ship blocks canal',
      'The vessel lost the ability to steer in high winds, officials said. It is inter-nationally known.',
      'A second paragraph.',
      'The other page.',
    ]);
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph']);
    expect(
      pages.map(({ label, width, height, start, end }) => [label, width, height, text.slice(start, end).length]),
    ).toEqual([
      ['1', 595, 842, 137],
      ['2', 595, 842, 15],
    ]);
    expect(detected).toMatchObject({
      title: 'Ship blocks canal',
      authors: ['Mara Lind', 'Ilir Hoxha'],
      published: '2021-03-24',
      language: 'en-GB',
    });
    expect(steps).toEqual(['1/2', '2/2']);
  });
});

describe('[CP31] a PDF that cannot be read as text', () => {
  it('is kept where it has pages without text, and says so', async () => {
    const outcome = await read(makePdf({ pages: [[], []] }));
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        reading: { text: '', blocks: [], pages: [{ start: 0, end: 0 }, { label: '2' }] },
        notes: [{ reason: 'no-text' }],
      },
    });
  });

  it('is named as locked where it wants a password', async () => {
    // Any file says so whose key cannot be made from an empty password.
    const secret = `<${'00'.repeat(32)}>`;
    const extra = [`<< /Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -4 >>`];
    const bytes = makePdf({ pages: [['x']], extra, trailer: `/Encrypt 5 0 R /ID [<00> <00>]` });
    expect(await read(bytes)).toMatchObject({ ok: false, error: { reason: 'encrypted' } });
  });

  it.each([
    ['nothing but a beginning', new TextEncoder().encode('%PDF-1.7\n')],
    ['cut in half', makePdf({ pages: [['x']] }).slice(0, 200)],
  ])('is named as broken: %s', async (_, bytes) => {
    expect(await read(bytes)).toMatchObject({ ok: false, error: { reason: 'broken' } });
  });
});
