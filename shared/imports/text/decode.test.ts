import { describe, expect, it } from 'vitest';
import { decodeText, maxPageBytes } from './decode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

function utf16(text: string, big: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !big);
  return new Uint8Array(view.buffer);
}

const text = 'Overview\nÀ l’aube, 237 navires — 船 🚢';

describe('[IM10] bytes that are text', () => {
  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a byte order mark', utf8(`\ufeff${text}`)],
    ['UTF-16, little end first', utf16(`\ufeff${text}`, false)],
    ['UTF-16, big end first', utf16(`\ufeff${text}`, true)],
  ])('%s', (_, input) => {
    expect(decodeText(input)).toEqual({ ok: true, value: text });
  });

  it('may be 16 MiB and no more', () => {
    expect(decodeText(new Uint8Array(maxPageBytes).fill(65)).ok).toBe(true);
    expect(decodeText(new Uint8Array(maxPageBytes + 1).fill(65))).toMatchObject({
      ok: false,
      error: { reason: 'too-large' },
    });
  });
});

describe('[IM11] bytes that are no text', () => {
  it.each([
    ['nothing', bytes(), 'empty', /empty/],
    ['blank space', utf8(' \n\ufeff\t\n'), 'empty', /blank/],
    ['a PDF', utf8('%PDF-1.7\n'), 'binary', /a PDF/],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'binary', /PNG/],
    ['a ZIP', bytes(0x50, 0x4b, 3, 4, 20), 'binary', /ZIP/],
    ['anything binary', bytes(1, 2, 0, 0, 0, 7, 9, 0), 'binary', /binary/],
    ['UTF-32', bytes(0xff, 0xfe, 0, 0, 65, 0, 0, 0), 'encoding', /UTF-32/],
    ['UTF-16 without its mark', utf16('Overview of it all', false), 'encoding', /UTF-16 without/],
    ['UTF-16 cut in half', bytes(0xff, 0xfe, 65, 0, 66), 'encoding', /UTF-16/],
    ['Latin-1', bytes(...[...'Overview\nNe\u00efve'].map((char) => char.charCodeAt(0))), 'encoding', /line 2/],
  ])('%s', (_, input, reason, message) => {
    const decoded = decodeText(input);
    expect(decoded).toMatchObject({ ok: false, error: { reason } });
    expect(!decoded.ok && decoded.error.message).toMatch(message);
    expect(!decoded.ok && decoded.error.message).toMatch(/Nothing was imported\./);
  });

  it('offers what can be read, and says that letters are missing', () => {
    const latin = decodeText(bytes(...[...'Ne\u00efve'].map((char) => char.charCodeAt(0))));
    expect(latin).toMatchObject({ ok: false, error: { text: 'Ne\ufffdve', replaced: true } });
    expect(decodeText(utf16('Overview of it all', true))).toMatchObject({
      ok: false,
      error: { text: 'Overview of it all' },
    });
  });
});
