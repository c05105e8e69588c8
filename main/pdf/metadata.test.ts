import { describe, expect, it } from 'vitest';
import { describePdf, pageCount } from './metadata.ts';

/** A small file of the form Chromium writes. */
function pdf(description: string): Uint8Array {
  const head = `%PDF-1.4\n1 0 obj\n<<${description}>>\nendobj\n`;
  const tail = `xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer\n<</Size 2\n/Info 1 0 R>>\nstartxref\n${head.length}\n%%EOF\n`;
  return Buffer.from(head + tail, 'latin1');
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('describePdf', () => {
  it('appends a description and points at it, leaving the file as it was', () => {
    const before = pdf('/Title (A \\(small\\) story)\n/Creator (Mozilla \\(X11\\))\n/Producer (Skia)');
    const after = text(describePdf(before, { author: 'Mara Ødegård', creator: 'Backstory' }));
    expect(after.startsWith(text(before))).toBe(true);
    const update = after.slice(before.length);
    expect(update).toContain('/Title (A \\(small\\) story)');
    expect(update).not.toContain('Mozilla');
    expect(update).toContain(
      `/Author <FEFF${Buffer.from('Mara Ødegård', 'utf16le').swap16().toString('hex').toUpperCase()}>`,
    );
    const at = Number(/xref\n1 1\n(\d{10}) 00000 n /.exec(update)?.[1]);
    expect(after.slice(at)).toMatch(/^1 0 obj\n/);
    const xref = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(after)?.[1]);
    expect(after.slice(xref)).toMatch(/^xref\n/);
    expect(update).toMatch(/\/Size 2[\s\S]*\/Prev \d+>>/);
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
