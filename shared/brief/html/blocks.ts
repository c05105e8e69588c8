import type {
  BriefArticle,
  BriefBlock,
  BriefFiction,
  BriefFigure,
  BriefReference,
  BriefRow,
  LabelledText,
} from '../../story/brief-block.ts';
import { assertNever } from '../../lib/assert-never.ts';
import { isSafeLink, richParagraphs } from '../../story/rich-text.ts';
import { draftBlocks } from './draft.ts';
import { html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { anchor, classed, line, paragraphs, spans } from './text.ts';
import type { Surroundings } from './text.ts';
import { timelineBlock } from './timeline.ts';

/** The first words of every box of fiction. */
export const fictionLabel = 'Fiction. Written for perspective, not a real quotation, not evidence.';

/** Values longer than this are set smaller. */
const longValue = 12;

/** One block as markup. */
export function blockMarkup(block: BriefBlock, around: Surroundings): Markup {
  switch (block.type) {
    case 'figures':
      return html`<ul class="figures">
        ${block.figures.map((figure) => figureItem(figure, around))}
      </ul>`;
    case 'timeline':
      return timelineBlock(block.events, around);
    case 'rows':
      return html`<table class="rows">
        <tbody>
          ${block.rows.map((row) => tableRow(row, around))}
        </tbody>
      </table>`;
    case 'articles':
      return html`${block.articles.map((article, index) => articleMarkup(article, block.numbered ? index + 1 : null, around))}`;
    case 'references':
      return html`<ol class="references">
        ${block.references.map((reference) => referenceItem(reference, around))}
      </ol>`;
    case 'prose':
      return html`<div class="prose">
        ${richParagraphs(block.text).map((paragraph) => html`<p dir="auto">${spans(paragraph, around)}</p>`)}
      </div>`;
    case 'fiction':
      return html`${block.pieces.map((piece) => fictionBox(piece, around))}`;
    case 'draft':
      return html`<div class="draft">${draftBlocks(block.blocks, around)}</div>`;
    case 'remark':
      return line('remark', block.text);
    default:
      return assertNever(block);
  }
}

function figureItem({ ref, value, label, detail, notes }: BriefFigure, around: Surroundings): Markup {
  const size = [...value].length > longValue ? 'value long' : 'value';
  return html`<li${anchor(ref, around)}>${line(size, value)}${line('label', label)}${paragraphs(detail, 'detail')}${notes.map(
    (note) => line('note', note),
  )}</li>`;
}

function tableRow({ ref, title, also, meta, text, labelled }: BriefRow, around: Surroundings): Markup {
  return html`<tr${anchor(ref, around)}><th scope="row" dir="auto">${title}${line('also', also)}</th><td>${line(
    'meta',
    meta,
  )}${paragraphs(text)}${labelled.map(quietLine)}</td></tr>`;
}

function quietLine({ label, text }: LabelledText): Markup {
  return html`<p dir="auto" class="quiet">${label} ${text}</p>`;
}

function articleMarkup(
  { ref, title, meta, text, labelled }: BriefArticle,
  number: number | null,
  around: Surroundings,
): Markup {
  const numeral = number === null ? null : html`<span class="number">${number}</span> `;
  return html`<article${anchor(ref, around)}><h3 dir="auto">${numeral}${title}</h3>${line('meta', meta)}${paragraphs(
    text,
  )}${labelled.map(labelledParagraphs)}</article>`;
}

function labelledParagraphs({ label, text }: LabelledText): Markup {
  const [first = '', ...rest] = text.split('\n').filter((one) => one.trim() !== '');
  return html`<p dir="auto" class="labelled"><strong>${label}.</strong> ${first}</p>
    ${rest.map((one) => line('labelled', one))}`;
}

function referenceItem({ ref, title, address, meta, note }: BriefReference, around: Surroundings): Markup {
  const name = isSafeLink(address) ? html`<a href="${address}">${title}</a>` : html`${title}`;
  // An address that is the title already, or no link, is not printed twice or hidden.
  const printed = address === title ? nothing : line('address', address);
  return html`<li${anchor(ref, around)}><p dir="auto" class="title">${name}</p>${line('meta', meta)}${printed}${line('note', note)}</li>`;
}

/** Nothing may come between the label and the words: the label is the box's first line, and the box's name. */
function fictionBox({ ref, name, meta, text }: BriefFiction, around: Surroundings): Markup {
  return html`<aside class="fiction" aria-label="${fictionLabel}" ${anchor(ref, around)}>
    <p class="fiction-label">${fictionLabel}</p>
    ${paragraphs(text)}
    <p dir="auto" ${classed('meta')}>After ${name}${meta === '' ? null : html`, ${meta}`}</p>
  </aside>`;
}
