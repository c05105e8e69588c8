import type {
  BriefArticle,
  BriefBlock,
  BriefFiction,
  BriefFigure,
  BriefReference,
  BriefRow,
  ListedReference,
  LabelledText,
} from '../../story/brief-block.ts';
import { assertNever } from '../../lib/assert-never.ts';
import type { EntryRef } from '../../story/ref.ts';
import { isSafeLink, richParagraphs } from '../../story/rich-text.ts';
import type { RichText } from '../../story/rich-text.ts';
import { fictionLabel } from '../../story/sections/voices/index.ts';
import { draftBlocks } from './draft.ts';
import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { signs } from './signs.ts';
import { anchor, line, paragraphs, spans } from './text.ts';
import type { Surroundings } from './text.ts';
import { timelineBlock } from './timeline.ts';

/** Values longer than this are set smaller. */
const longValue = 12;

/** One block as markup. A remark stays with what follows it, unless it is the last of its part. */
export function blockMarkup(block: BriefBlock, around: Surroundings, isLast = true): Markup {
  switch (block.type) {
    case 'figures':
      return markup`<ul class="figures keep">${block.figures.map((figure) => figureItem(figure, around))}</ul>`;
    case 'timeline':
      return timelineBlock(block.events, around);
    case 'rows':
      return markup`<table class="rows"><tbody>${block.rows.map((row) => tableRow(row, around))}</tbody></table>`;
    case 'articles':
      return markup`${block.articles.map((article, index) => articleMarkup(article, block.numbered ? index + 1 : null, around))}`;
    case 'references':
      return referenceList(block.references, around);
    case 'prose':
      return proseBlock(block.text, block.signs, around);
    case 'fiction':
      return markup`${block.pieces.map((piece) => fictionBox(piece, around))}`;
    case 'draft':
      return markup`<div class="draft">${draftBlocks(block.blocks, around)}</div>`;
    case 'remark':
      return line(isLast ? 'remark' : 'remark keep-next', block.text);
    default:
      return assertNever(block);
  }
}

function proseBlock(text: RichText, notes: readonly number[] | undefined, around: Surroundings): Markup {
  const all = richParagraphs(text);
  const last = all.length - 1;
  return markup`<div class="prose">${all.map(
    (runs, index) => markup`<p dir="auto">${spans(runs, around)}${index === last ? signs(notes) : nothing}</p>`,
  )}</div>`;
}

function figureItem(figure: BriefFigure, around: Surroundings): Markup {
  const { ref, value, label, detail, notes, disputed = '' } = figure;
  const end = signs(figure.signs);
  const bare = detail.trim() === '';
  const size = [...value].length > longValue ? 'value long' : 'value';
  return markup`<li${anchor(ref, around)} class="keep">
${line(size, value)}${line('label', label, bare ? end : nothing)}
${paragraphs(detail, 'detail', end)}${notes.map((note) => line('note', note))}${line('disputed', disputed)}
</li>`;
}

function tableRow(row: BriefRow, around: Surroundings): Markup {
  const { ref, title, also, meta, text, notes, disputed = '' } = row;
  const end = signs(row.signs);
  const bare = text.trim() === '';
  return markup`<tr${anchor(ref, around)} class="keep">
<th scope="row" dir="auto">${title}${bare ? end : nothing}${line('also', also)}</th>
<td>${line('meta', meta)}${paragraphs(text, '', end)}${notes.map((note) => line('quiet', note))}${line('disputed', disputed)}</td>
</tr>`;
}

function articleMarkup(
  { ref, title, meta, text, labelled, disputed = '', signs: notes }: BriefArticle,
  number: number | null,
  around: Surroundings,
): Markup {
  const end = signs(notes);
  const bare = text.trim() === '';
  const numeral = number === null ? null : markup`<span class="number">${number}</span> `;
  return markup`<article${anchor(ref, around)}>
<h3 dir="auto">${numeral}${title}${bare ? end : nothing}</h3>
${line('meta keep-next', meta)}${paragraphs(text, '', end)}${labelled.map(labelledParagraphs)}${line('disputed', disputed)}
</article>`;
}

function labelledParagraphs({ label, text }: LabelledText): Markup {
  const [first = '', ...rest] = text.split('\n').filter((one) => one.trim() !== '');
  const others = rest.map((one) => line('labelled', one));
  return markup`<p dir="auto" class="labelled"><strong>${label}.</strong> ${first}</p>${others}`;
}

/** Numbered only where the style numbers: a number that nothing refers to would be noise. */
function referenceList(references: readonly BriefReference[], around: Surroundings): Markup {
  const items = references.map((reference) => referenceItem(reference, around));
  const unnumbered = references.some(({ listed }) => listed !== undefined && listed.label === '');
  return unnumbered
    ? markup`<ul class="references unnumbered">${items}</ul>`
    : markup`<ol class="references">${items}</ol>`;
}

function referenceItem(reference: BriefReference, around: Surroundings): Markup {
  const { ref, title, address, meta, note, listed } = reference;
  if (listed !== undefined) return listedItem(ref, listed, around);
  const name = isSafeLink(address) ? markup`<a href="${address}">${title}</a>` : markup`${title}`;
  // An address that is no link is printed all the same; one that is the title already is not said twice.
  const printed = address === title ? nothing : line('address', address);
  return markup`<li${anchor(ref, around)} class="keep">
<p dir="auto" class="title">${name}</p>
${line('meta', meta)}${printed}${line('note', note)}
</li>`;
}

function listedItem(ref: EntryRef, { runs, grade, fingerprint }: ListedReference, around: Surroundings): Markup {
  const print = fingerprint === '' ? nothing : markup`<p class="fingerprint">SHA-256 ${fingerprint}</p>`;
  return markup`<li${anchor(ref, around)} class="keep">
<p dir="auto">${spans(runs, around)}</p>
${line('note', grade)}${print}
</li>`;
}

/** Nothing may come between the label and the words: the label is the box's first line, and the box's name. */
function fictionBox({ ref, name, meta, text }: BriefFiction, around: Surroundings): Markup {
  const after = meta === '' ? name : `${name}, ${meta}`;
  return markup`<aside class="fiction keep" aria-label="${fictionLabel}"${anchor(ref, around)}>
<p class="fiction-label keep-next">${fictionLabel}</p>
${paragraphs(text)}
<p dir="auto" class="meta">After ${after}</p>
</aside>`;
}
