import { describe, expect, it } from 'vitest';
import { originalHtml } from '../original.ts';
import { readCapture } from '../read-capture.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from([...text].map((char) => char.charCodeAt(0)));

const archive = [
  'From: <Saved by Blink>',
  'Snapshot-Content-Location: https://canal.example/7',
  'Subject: =?utf-8?Q?x?=',
  'Date: Fri, 26 Mar 2021 10:00:00 +0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related;',
  '\ttype="text/html";',
  '\tboundary="----B--"',
  '',
  '',
  '------B--',
  'Content-Type: text/html',
  'Content-Transfer-Encoding: quoted-printable',
  'Content-Location: https://canal.example/7',
  '',
  '<meta charset=3D"utf-8"><p>Na=C3=AFve wor=',
  'ds <a href=3D"/8">there</a> =3D<img src=3D"https://canal.example/a.png"><img src=3D"cid:b@c"><img src=3D"/x.svg">',
  '------B--',
  'Content-Type: image/png',
  'Content-Transfer-Encoding: base64',
  'Content-Location: https://canal.example/a.png',
  '',
  'iVBORw0K',
  'Gg==',
  '------B--',
  'Content-Type: image/gif',
  'Content-ID: <b@c>',
  '',
  'GIF89a',
  '------B--',
  'Content-Type: image/svg+xml',
  'Content-Location: https://canal.example/x.svg',
  '',
  '<svg onload="x()"/>',
  '------B----',
  'text behind the end',
].join('\r\n');

describe('[CP11] MHTML', () => {
  it('gives its page, with where and when it was saved', () => {
    const result = readCapture(bytes(archive), { name: 'x.mht' });
    expect(result).toMatchObject({
      ok: true,
      value: {
        mediaType: 'multipart/related',
        reading: {
          text: 'Naïve words there =',
          marks: [{ kind: 'link', address: 'https://canal.example/8' }],
          detected: { address: 'https://canal.example/7', accessed: '2021-03-26' },
        },
      },
    });
  });

  it('[CP20] shows the pictures that were saved with it, none of them SVG', () => {
    const result = originalHtml(bytes(archive), { name: 'x.mht' });
    expect(result.ok && result.value).toContain(
      '=<img src="data:image/png;base64,iVBORw0KGg=="><img src="data:image/gif;base64,R0lGODlh"><img></p>',
    );
  });

  it('is the part that is named as the first, and has its own encoding', () => {
    const nested = [
      'Content-Type: multipart/related; boundary=a; start="<main>"',
      '',
      '--a',
      'Content-Type: text/html',
      '',
      '<p>a frame</p>',
      '--a',
      'Content-Type: multipart/alternative; boundary="b"',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'plain',
      '--b',
      'Content-Type: text/html; charset=windows-1251',
      'Content-ID: <main>',
      '',
      '<p>\xcc\xe8\xf0</p>',
      '--b--',
      '--a--',
    ].join('\n');
    expect(readCapture(bytes(nested), { name: '' })).toMatchObject({ ok: true, value: { reading: { text: 'Мир' } } });
  });

  it('without a page is broken', () => {
    const text = 'Content-Type: multipart/related; boundary=a\n\n--a\nContent-Type: image/gif\n\nGIF89a\n--a--';
    expect(readCapture(bytes(text), { name: '' })).toMatchObject({ ok: false, error: { reason: 'broken' } });
    const deep = Array.from(
      { length: 50 },
      (_, at) => `Content-Type: multipart/related; boundary=${String(at)}\n\n--${String(at)}\n`,
    );
    expect(readCapture(bytes(`${deep.join('')}Content-Type: text/html\n\n<p>x`), { name: '' })).toMatchObject({
      ok: false,
    });
  });
});
