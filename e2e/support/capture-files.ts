/** Files to be captured as sources, made up here: one of each kind. */

export const article = [
  '<!doctype html><html lang="en"><head><title>Six days, one ship</title>',
  '<meta name="author" content="Ada Pilot"><meta property="og:site_name" content="The Canal Gazette">',
  '<meta property="article:published_time" content="2021-03-25T08:00:00Z">',
  '<link rel="canonical" href="https://gazette.example/six-days"></head><body><nav>Home Sports</nav>',
  '<article><h1>Six days, one ship</h1>',
  '<p>The vessel lost the ability to steer in strong winds and a dust storm, and lay across the southern reach for six days.</p>',
  '<p>Eight tugs worked at the bow; the dredger took away thirty thousand cubic metres of sand before the tide came.</p>',
  '<p>Insurers expect that the claims will be argued over for years, in several courts and by several lines of experts.</p>',
  '</article></body></html>',
].join('\n');

export const markdown = '# Port call log\n\n* 07:40 grounding\n* 08:15 first tug\n\n> No one was hurt.\n';

export const mhtml = [
  'From: <Saved by a browser>',
  'Snapshot-Content-Location: https://gazette.example/saved',
  'Subject: A saved page',
  'Date: Fri, 26 Mar 2021 09:12:00 -0000',
  'MIME-Version: 1.0',
  'Content-Type: multipart/related; type="text/html"; boundary="cut"',
  '',
  '--cut',
  'Content-Type: text/html',
  'Content-Location: https://gazette.example/saved',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '<html><head><title>A saved page</title></head><body><article><h1>A saved page</h1>',
  '<p>What the harbour master said on the second day, kept by a browser as it stood =',
  'then.</p><p>The canal would be free within the week, he said, and it was not.</p></article></body></html>',
  '',
  '--cut--',
  '',
].join('\r\n');

/** A PDF of one page with one line of text; with an empty line, a scan without any. */
export function pdf(line: string): Uint8Array {
  const drawing = line === '' ? '100 100 200 200 re f' : `BT /F1 24 Tf 72 700 Td (${line}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${String(drawing.length)} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places: number[] = [];
  objects.forEach((object, index) => {
    places.push(text.length);
    text += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 ${String(objects.length + 1)}\n0000000000 65535 f \n${table}`;
  text += `trailer\n<< /Size ${String(objects.length + 1)} /Root 1 0 R >>\nstartxref\n${String(start)}\n%%EOF\n`;
  return new TextEncoder().encode(text);
}
