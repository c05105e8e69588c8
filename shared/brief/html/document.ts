import type { Brief, BriefPart } from '../brief.ts';
import type { BriefBlock } from '../../story/brief-block.ts';
import { refKey } from '../../story/ref.ts';
import type { EntryRef } from '../../story/ref.ts';
import { assertNever } from '../../lib/assert-never.ts';
import { blockMarkup } from './blocks.ts';
import { markup, markupText, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { anchorName, line } from './text.ts';
import type { Surroundings } from './text.ts';

/** No script, no network, no forms: the styles and fonts of the app and nothing else. */
const policy =
  "default-src 'none'; style-src 'self' brief: 'unsafe-inline'; font-src 'self' brief: data:; base-uri 'none'; form-action 'none'";

/** What surrounds the brief in its document. */
export interface DocumentFrame {
  /** Addresses of stylesheets, in order. */
  readonly stylesheets: readonly string[];
  /** Our own CSS, taken as it is: it must hold nothing that came from a notebook. */
  readonly css: string;
  /** Invisible words that make the browser load a font before the running header needs it. */
  readonly warmUp: string;
}

/** The whole document of a brief. Every word of the notebook is escaped; addresses are links only where they are safe. */
export function briefHtml(brief: Brief, frame: DocumentFrame): string {
  const anchors = printedRefs(brief);
  const around: Surroundings = {
    asOf: brief.asOf,
    anchorOf: (ref) => (anchors.has(refKey(ref)) ? anchorName(ref) : null),
  };
  return `${markupText(opening(brief, frame))}<style>${frame.css}</style>${markupText(markup`</head>
<body>${warmUp(frame)}
<main class="sheet">${cover(brief)}${nextLine(brief)}${brief.parts.map((part) => partMarkup(part, around))}</main>
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

function warmUp({ warmUp: words }: DocumentFrame): Markup {
  return words === '' ? nothing : markup`<div class="running-font" aria-hidden="true">${words}</div>`;
}

function cover({ kicker, title, deck, authors, asKnownOn, sources }: Brief): Markup {
  const facts = [authors.join(', '), asKnownOn, sources].filter((fact) => fact !== '');
  const list = markup`<ul class="facts">${facts.map((fact) => markup`<li dir="auto">${fact}</li>`)}</ul>`;
  return markup`<header class="cover">
${line('kicker', kicker)}<h1 dir="auto">${title}</h1>${line('deck', deck)}
${facts.length === 0 ? nothing : list}
</header>`;
}

function nextLine({ next }: Brief): Markup {
  return next === null ? nothing : markup`<p class="next" dir="auto"><strong>${next.when}</strong> ${next.title}</p>`;
}

function partMarkup({ kind, heading, blocks }: BriefPart, around: Surroundings): Markup {
  const title = heading === null ? nothing : markup`<h2 dir="auto">${heading}</h2>`;
  return markup`
<section class="part" id="part-${kind}" data-part="${kind}">${title}${blocks.map((block) => blockMarkup(block, around))}</section>`;
}

/** The entries that this brief prints, which references may point at. */
function printedRefs({ parts }: Brief): ReadonlySet<string> {
  return new Set(parts.flatMap((part) => part.blocks.flatMap(refsOf)).map(refKey));
}

function refsOf(block: BriefBlock): readonly EntryRef[] {
  switch (block.type) {
    case 'figures':
      return block.figures.map(({ ref }) => ref);
    case 'timeline':
      return block.events.map(({ ref }) => ref);
    case 'rows':
      return block.rows.map(({ ref }) => ref);
    case 'articles':
      return block.articles.map(({ ref }) => ref);
    case 'references':
      return block.references.map(({ ref }) => ref);
    case 'fiction':
      return block.pieces.map(({ ref }) => ref);
    case 'prose':
    case 'draft':
    case 'remark':
      return [];
    default:
      return assertNever(block);
  }
}
