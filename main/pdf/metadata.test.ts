import { describe, expect, it } from 'vitest';
import { describePdf, pageCount } from './metadata.ts';

/** A small file of the form Chromium writes: the description, and another object behind it. */
function pdf(description: string): Uint8Array {
  const start = '%PDF-1.4\n';
  const objects = [`1 0 obj\n<<${description}>>\nendobj\n`, '2 0 obj\n<</Type /Catalog>>\nendobj\n'];
  const places = [start.length, start.length + (objects[0]?.length ?? 0)];
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const head = start + objects.join('');
  const tail = `xref\n0 3\n0000000000 65535 f \n${table}trailer\n<</Size 3\n/Root 2 0 R\n/Info 1 0 R>>\nstartxref\n${head.length}\n%%EOF\n`;
  return Buffer.from(head + tail, 'latin1');
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('describePdf', () => {
  const chromium = '/Title (A \\(small\\) story)\n/Creator (Mozilla \\(X11\\))\n/Producer (Skia)';

  it('puts the description in the place of the one that was there', () => {
    const after = text(describePdf(pdf(chromium), { author: 'Mara Ødegård', creator: 'Backstory' }));
    expect(after).toContain('/Title (A \\(small\\) story)');
    expect(after).not.toContain('Mozilla');
    expect(after.match(/\/Creator/g)).toHaveLength(1);
    expect(after).toContain(
      `/Author <FEFF${Buffer.from('Mara Ødegård', 'utf16le').swap16().toString('hex').toUpperCase()}>`,
    );
  });

  it('leaves every object where the table says that it begins', () => {
    for (const author of [null, 'Mara Ødegård, Ilir Kola']) {
      const after = text(describePdf(pdf(chromium), { author, creator: 'Backstory' }));
      const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(after)?.[1]);
      expect(after.slice(table)).toMatch(/^xref\n0 3\n0000000000 65535 f \n/);
      const places = [...after.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
      expect(places.map((place) => after.slice(place, place + 8))).toEqual(['1 0 obj\n', '2 0 obj\n']);
    }
  });

  it('gives the same, whatever Chromium calls itself', () => {
    const made = (creator: string) =>
      text(describePdf(pdf(`/Title (x)\n/Creator (${creator})`), { author: null, creator: 'Backstory' }));
    expect(made('Mozilla/5.0 backstory/0.1.0')).toBe(made('Mozilla/5.0 default-app/0.0 and more'));
  });

  it('names no author where there is none', () => {
    expect(text(describePdf(pdf('/Title (x)'), { author: null, creator: 'Backstory' }))).not.toContain('/Author');
  });

  it.each(['', 'trailer', 'trailer <</Info 1 0 R>> startxref 5', '%PDF-1.4\nno end'])(
    'gives %j back unchanged',
    (odd) => {
      const bytes = Buffer.from(odd);
      expect(describePdf(bytes, { author: 'Mara', creator: 'Backstory' })).toBe(bytes);
    },
  );
});

describe('pageCount', () => {
  it('is what the root of the page tree carries', () => {
    const tree = '<</Type /Pages\n/Count 8\n/Parent 9 0 R>>\n<</Type /Pages\n/Count 11\n/Kids [1 0 R 2 0 R]>>';
    expect(pageCount(Buffer.from(tree))).toBe(11);
  });

  it('is not known of a file of another form', () => {
    expect(pageCount(Buffer.from('%PDF-1.7 with compressed objects'))).toBeNull();
  });
});
