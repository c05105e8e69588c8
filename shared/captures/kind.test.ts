import { describe, expect, it } from 'vitest';
import { kindOf } from './kind.ts';
import { maxCaptureBytes } from './problem.ts';
import { decodeBytes } from './text/decode.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const latin1 = (text: string): Uint8Array => Uint8Array.from([...text].map((char) => char.charCodeAt(0)));

function utf16(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((char) => [char.charCodeAt(0) & 0xff, char.charCodeAt(0) >> 8]));
}

describe('[CP1] a file is what its bytes are', () => {
  it.each([
    ['%PDF-1.7', 'notes.txt', 'application/pdf'],
    ['\n%!PS-Adobe\n%PDF-1.4', 'x.html', 'application/pdf'],
    [
      'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="x"\r\n\r\n--x',
      'a.html',
      'multipart/related',
    ],
    ['From: <Saved by Blink>\nContent-Type: multipart/related; boundary=x\n\n', 'a', 'multipart/related'],
    ['<!doctype html><p>x', 'a.txt', 'text/html'],
    ['\ufeff \n<!-- x --><HTML lang=en>', 'a.pdf', 'text/html'],
    ['<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', '', 'text/html'],
    ['Hello <b>there</b>', 'a.htm', 'text/html'],
    ['# Hello <b>there</b>', 'a.md', 'text/markdown'],
    ['<p>', 'a.md', 'text/html'],
    ['Hello', 'a.pdf', 'text/plain'],
    ['a < b and c > d', 'x.txt', 'text/plain'],
    ['Content-Type: is what it was called', 'x.txt', 'text/plain'],
  ])('%j, called %s, is %s', (text, name, expected) => {
    expect(kindOf(utf8(text), name)).toEqual({ ok: true, value: expected });
  });

  it('is what it was sent as, between kinds of text', () => {
    expect(kindOf(utf8('Hello'), '', 'text/html; charset=utf-8')).toEqual({ ok: true, value: 'text/html' });
    expect(kindOf(utf8('# Hello'), '', 'text/markdown')).toEqual({ ok: true, value: 'text/markdown' });
    expect(kindOf(utf8('%PDF-1.7'), '', 'text/html')).toEqual({ ok: true, value: 'application/pdf' });
    expect(kindOf(utf16('\ufeff<html><p>x'), '')).toEqual({ ok: true, value: 'text/html' });
  });
});

/** Only its length is looked at, and nothing of that size need exist. */
const tooLarge = Object.defineProperty(new Uint8Array(0), 'length', { value: maxCaptureBytes + 1 });

describe('[CP2] what is not read', () => {
  it.each([
    ['nothing', bytes(), 'empty', /empty/],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d), 'unknown-kind', /PNG picture/],
    ['an office document', bytes(0x50, 0x4b, 3, 4, 20), 'unknown-kind', /office document/],
    ['an SVG picture', utf8('<?xml version="1.0"?>\n<svg xmlns="x">'), 'unknown-kind', /SVG/],
    ['something binary', bytes(1, 0, 2, 0, 0, 9), 'unknown-kind', /binary/],
    ['a file that is too large', tooLarge, 'too-large', /201 MiB.*200 MiB/],
  ])('%s', (_, input, reason, message) => {
    const kind = kindOf(input, 'report.pdf');
    expect(kind).toMatchObject({ ok: false, error: { reason } });
    expect(!kind.ok && kind.error.message).toMatch(message);
  });
});

describe('[CP3] encodings', () => {
  it.each([
    ['UTF-8', utf8('naïve'), '', 'utf-8', false],
    ['a mark beats what is declared', utf16('\ufeffnaïve'), 'utf-8', 'utf-16le', false],
    ['UTF-8 beats an old declaration', utf8('naïve'), 'windows-1252', 'utf-8', false],
    ['what is declared', latin1('na\u00efve'), 'ISO-8859-1', 'iso-8859-1', false],
    ['a guess', latin1('na\u00efve'), '', 'windows-1252', true],
    ['a declaration that is none', latin1('na\u00efve'), 'x-nonsense', 'windows-1252', true],
    ['UTF-16 without its mark', utf16('naïve and more'), '', 'utf-16le', true],
  ])('%s', (_, input, declared, encoding, isDoubtful) => {
    expect(decodeBytes(input, declared)).toMatchObject({ encoding, isDoubtful });
    expect(decodeBytes(input, declared).text).toMatch(/^naïve/);
  });
});
