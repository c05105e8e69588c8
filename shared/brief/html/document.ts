import type { Brief, BriefPart } from '../brief.ts';
import { refKey } from '../../story/ref.ts';
import { printedRefs } from '../printed-refs.ts';
import { blockMarkup } from './blocks.ts';
import { contentsNav } from './contents.ts';
import { markup, markupText, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { notesPart } from './notes.ts';
import { anchorName, line } from './text.ts';
import type { Surroundings } from './text.ts';

/** No script, no network, no forms: the styles and fonts of the app, pictures within the document, and nothing else. */
const policy =
  "default-src 'none'; style-src 'self' brief: 'unsafe-inline'; font-src 'self' brief: data:; img-src data:; base-uri 'none'; form-action 'none'";

/** What surrounds the brief in its document. */
export interface DocumentFrame {
  /** Addresses of stylesheets, in order. */
  readonly stylesheets: readonly string[];
  /** Our own CSS, taken as it is: it must hold nothing that came from a notebook. */
  readonly css: string;
  /** Whether wide tables may scroll sideways; without it they have the width of the text. */
  readonly tablesScroll?: boolean;
}

/** The whole document of a brief. Every word of the notebook is escaped; addresses are links only where they are safe. */
export function briefHtml(brief: Brief, frame: DocumentFrame): string {
  const anchors = new Set(printedRefs(brief).map(refKey));
  const around: Surroundings = {
    asOf: brief.asOf,
    images: brief.images,
    tablesScroll: frame.tablesScroll === true,
    anchorOf: (ref) => (anchors.has(refKey(ref)) ? anchorName(ref) : null),
  };
  return `${markupText(opening(brief, frame))}<style>${frame.css}</style>${markupText(markup`</head>
<body>
<main class="sheet" data-notes="${brief.notesAt}" data-date="${brief.asKnownOn}">${cover(brief)}${contentsNav(brief)}${nextLine(brief)}${brief.parts.map((part) => partMarkup(part, around))}${notesPart(brief, around)}</main>
</body>
</html>
`)}`;
}

function opening(brief: Brief, { stylesheets }: DocumentFrame): Markup {
  const author = brief.authors.join(', ');
  const sheets = stylesheets.map((href) => markup`<link rel="stylesheet" href="${href}">\n`);
  return markup`<!doctype html>
<html lang="${brief.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${brief.title}</title>
${author === '' ? nothing : markup`<meta name="author" content="${author}">`}
<meta name="generator" content="Backstory">
<meta name="viewport" content="width=device-width">
${sheets}`;
}

function cover({ kicker, title, deck, authors, date, asKnownOn, sources, titlePage }: Brief): Markup {
  const facts = [authors.join(', '), date, asKnownOn, sources].filter((fact) => fact !== '');
  const list = markup`<ul class="facts">${facts.map((fact) => markup`<li dir="auto">${fact}</li>`)}</ul>`;
  return markup`<header class="cover"${titlePage ? markup` data-title-page=""` : nothing}>
${line('kicker', kicker)}<h1 dir="auto">${title}</h1>${line('deck', deck)}
${facts.length === 0 ? nothing : list}
</header>`;
}

function nextLine({ next }: Brief): Markup {
  return next === null
    ? nothing
    : markup`<p class="next keep" dir="auto"><strong>${next.when}</strong> ${next.title}</p>`;
}

function partMarkup({ kind, heading, blocks }: BriefPart, around: Surroundings): Markup {
  const title = heading === null ? nothing : markup`<h2 dir="auto">${heading}</h2>`;
  return markup`
<section class="part" id="part-${kind}" data-part="${kind}">${title}${blocks.map((block, index) => blockMarkup(block, around, index === blocks.length - 1))}</section>`;
}
