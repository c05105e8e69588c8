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
import type { RichText } from '../../story/rich-text.ts';
import { fictionLabel } from '../../story/sections/voices/index.ts';
import { draftBlocks } from './draft.ts';
import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { anchor, line, paragraphs, spans } from './text.ts';
import type { Surroundings } from './text.ts';
import { timelineBlock } from './timeline.ts';

/** Values longer than this are set smaller. */
const longValue = 12;

/** One block as markup. */
export function blockMarkup(block: BriefBlock, around: Surroundings): Markup {
  switch (block.type) {
    case 'figures':
      return markup`<ul class="figures">${block.figures.map((figure) => figureItem(figure, around))}</ul>`;
    case 'timeline':
      return timelineBlock(block.events, around);
    case 'rows':
      return markup`<table class="rows"><tbody>${block.rows.map((row) => tableRow(row, around))}</tbody></table>`;
    case 'articles':
      return markup`${block.articles.map((article, index) => articleMarkup(article, block.numbered ? index + 1 : null, around))}`;
    case 'references':
      return markup`<ol class="references">${block.references.map((reference) => referenceItem(reference, around))}</ol>`;
    case 'prose':
      return markup`<div class="prose">${richParagraphs(block.text).map((runs) => prose(runs, around))}</div>`;
    case 'fiction':
      return markup`${block.pieces.map((piece) => fictionBox(piece, around))}`;
    case 'draft':
      return markup`<div class="draft">${draftBlocks(block.blocks, around)}</div>`;
    case 'remark':
      return line('remark', block.text);
    default:
      return assertNever(block);
  }
}

function prose(runs: RichText, around: Surroundings): Markup {
  return markup`<p dir="auto">${spans(runs, around)}</p>`;
}

function figureItem({ ref, value, label, detail, notes, disputed = '' }: BriefFigure, around: Surroundings): Markup {
  const size = [...value].length > longValue ? 'value long' : 'value';
  return markup`<li${anchor(ref, around)}>
${line(size, value)}${line('label', label)}
${paragraphs(detail, 'detail')}${notes.map((note) => line('note', note))}${line('disputed', disputed)}
</li>`;
}

function tableRow({ ref, title, also, meta, text, notes, disputed = '' }: BriefRow, around: Surroundings): Markup {
  return markup`<tr${anchor(ref, around)}>
<th scope="row" dir="auto">${title}${line('also', also)}</th>
<td>${line('meta', meta)}${paragraphs(text)}${notes.map((note) => line('quiet', note))}${line('disputed', disputed)}</td>
</tr>`;
}

function articleMarkup(
  { ref, title, meta, text, labelled, disputed = '' }: BriefArticle,
  number: number | null,
  around: Surroundings,
): Markup {
  const numeral = number === null ? null : markup`<span class="number">${number}</span> `;
  return markup`<article${anchor(ref, around)}>
<h3 dir="auto">${numeral}${title}</h3>
${line('meta', meta)}${paragraphs(text)}${labelled.map(labelledParagraphs)}${line('disputed', disputed)}
</article>`;
}

function labelledParagraphs({ label, text }: LabelledText): Markup {
  const [first = '', ...rest] = text.split('\n').filter((one) => one.trim() !== '');
  const others = rest.map((one) => line('labelled', one));
  return markup`<p dir="auto" class="labelled"><strong>${label}.</strong> ${first}</p>${others}`;
}

function referenceItem({ ref, title, address, meta, note }: BriefReference, around: Surroundings): Markup {
  const name = isSafeLink(address) ? markup`<a href="${address}">${title}</a>` : markup`${title}`;
  // An address that is no link is printed all the same; one that is the title already is not said twice.
  const printed = address === title ? nothing : line('address', address);
  return markup`<li${anchor(ref, around)}>
<p dir="auto" class="title">${name}</p>
${line('meta', meta)}${printed}${line('note', note)}
</li>`;
}

/** Nothing may come between the label and the words: the label is the box's first line, and the box's name. */
function fictionBox({ ref, name, meta, text }: BriefFiction, around: Surroundings): Markup {
  const after = meta === '' ? name : `${name}, ${meta}`;
  return markup`<aside class="fiction" aria-label="${fictionLabel}"${anchor(ref, around)}>
<p class="fiction-label">${fictionLabel}</p>
${paragraphs(text)}
<p dir="auto" class="meta">After ${after}</p>
</aside>`;
}
