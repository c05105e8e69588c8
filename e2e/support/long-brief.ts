/** So many words, another number in each of them. */
const words = (from: number, count: number): string =>
  Array.from({ length: count }, (_, index) => `word${String(from + index)}`).join(' ');

/**
 * The document of a made-up brief, as the app makes it: a title page, contents, and a part of paragraphs, each with a note whose
 * words begin and end with its number ("note7 … end7").
 */
export function longBrief(paragraphs: number): string {
  const numbers = Array.from({ length: paragraphs }, (_, index) => index + 1);
  const text = numbers.map(
    (number) =>
      `<p>text${number} ${words(0, 40 + (number % 7) * 12)}.<a class="noteref" id="noteref-${number}" href="#note-${number}" role="doc-noteref">${number}</a> ${words(0, 30)}</p>`,
  );
  const notes = numbers.map(
    (number) =>
      `<li id="note-${number}" class="note-item"><a class="backref" href="#noteref-${number}" role="doc-backlink">${number}</a> <span>note${number} ${words(0, number % 11 === 0 ? 300 : 12)} end${number}</span></li>`,
  );
  const size =
    '--paper-width:210mm;--paper-height:297mm;--page-top:25mm;--page-bottom:23mm;--page-side:24mm;--page-height:249mm';
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Tides and tugs</title>
<link rel="stylesheet" href="/print/brief.css"><link rel="stylesheet" href="/print/pages.css">
<style>@page{size:A4;margin:0}:root{${size}}</style></head><body>
<main class="sheet" data-notes="foot" data-date="As known on 26 March 2021">
<header class="cover" data-title-page="true"><h1>Tides and tugs</h1></header>
<nav class="contents"><h2>Contents</h2><ol><li><a href="#part-first">First</a><span class="page-of" data-for="part-first"></span></li><li><a href="#part-last">Last</a><span class="page-of" data-for="part-last"></span></li></ol></nav>
<section class="part" id="part-first"><h2>First</h2><div class="draft">${text.join('')}</div></section>
<section class="part" id="part-last"><h2>Last</h2><table class="rows"><thead><tr><th>Port</th><td>Days</td></tr></thead><tbody>${numbers
    .slice(0, 60)
    .map((number) => `<tr><th scope="row">row${number}</th><td>${words(0, 12)}</td></tr>`)
    .join('')}</tbody></table></section>
<section class="part" id="part-notes"><h2>Notes</h2><ol class="notes">${notes.join('')}</ol></section>
</main></body></html>`;
}

/**
 * A made-up story of a draft alone, as Story JSON: paragraphs of nine lines and more, each with a footnote. The words of a paragraph tell
 * which it is ("p7w0 p7w1 …"), those of its note begin and end with its number.
 */
export function longStory(paragraphs: number): string {
  const draft = Array.from({ length: paragraphs }, (_, index) => {
    const number = index + 1;
    const count = 70 + (number % 7) * 12;
    const text = Array.from({ length: count }, (_word, at) => `p${String(number)}w${String(at)}`).join(' ');
    const note = `note${String(number)} ${words(0, number % 11 === 0 ? 300 : 12)} end${String(number)}`;
    return { type: 'paragraph', spans: [{ text: `${text}.` }, { text: '', footnote: [{ text: note }] }] };
  });
  return JSON.stringify({
    title: 'Tides and tugs',
    extra: { entries: { drafts: [{ id: 'd', title: 'What a day is worth' }] }, drafts: { d: draft } },
  });
}
