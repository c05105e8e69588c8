import { describe, expect, it } from 'vitest';
import { originalHtml } from '../../../../shared/captures/index.ts';
import { pagePictures } from './page-pictures.ts';

const ascii = (text: string): Uint8Array => Uint8Array.from([...text].map((char) => char.charCodeAt(0)));
const number = (value: number): string => String.fromCharCode(0, 0, value >> 8, value & 255);
/** The head of a PNG, which is all that its size needs, in Base64. */
const png = (width: number, height: number): string =>
  btoa(`\x89PNG\r\n\x1a\n${number(13)}IHDR${number(width)}${number(height)}`);
const found = (text: string, name = 'x.html') => {
  const html = originalHtml(ascii(text), { name });
  return html.ok ? pagePictures(html.value) : html.error;
};

describe('the pictures of a captured page', () => {
  it('are those written into it, each once and in order, with what the page says of them', () => {
    const page = [
      `<html><p>A &gt; b <img alt='The "bow" &amp; sand; src="x"' src="data:image/png;base64,${png(640, 400)}"> again`,
      `<img src="data:image/png;base64,${png(640, 400)}"> <img src='data:image/png;base64,${png(30, 90)}'>`,
    ].join('');
    expect(found(page)).toMatchObject({
      unshown: 0,
      pictures: [
        { alt: 'The "bow" & sand; src="x"', mediaType: 'image/png', width: 640, height: 400 },
        { alt: '', width: 30, height: 90 },
      ],
    });
  });

  it('leave out what is elsewhere, hidden or a mere dot; what cannot be shown is counted', () => {
    const page = [
      `<html><p><img src="https://canal.example/a.png"><img src="data:image/png;base64,${png(1, 1)}">`,
      `<img hidden src="data:image/png;base64,${png(64, 64)}"><img src="data:image/svg+xml;base64,PHN2Zz4=">`,
      `<img src="data:image/bmp;base64,Qk0="><img src="data:image/png;base64,=x="><img src="data:image/png;base64,iVBORw0KGgo=">`,
    ].join('');
    expect(found(page)).toEqual({ pictures: [], unshown: 3 });
  });

  it('of a web archive are the parts that its page shows', () => {
    const archive = [
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="cut"',
      '',
      '--cut',
      'Content-Type: text/html',
      'Content-Location: https://canal.example/7',
      '',
      '<html><p>Tugs <img alt="Tugs at the bow" src="/tugs.png"></p></html>',
      '--cut',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      'Content-Location: https://canal.example/tugs.png',
      '',
      png(320, 200),
      '--cut--',
    ].join('\r\n');
    const pictures = [{ alt: 'Tugs at the bow', width: 320, height: 200, bytes: ascii(atob(png(320, 200))) }];
    expect(found(archive, 'x.mhtml')).toMatchObject({ unshown: 0, pictures });
  });
});
