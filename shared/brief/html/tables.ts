import { longestWord, placed, tableColumns } from '../../story/table-columns.ts';
import type { DraftBlock, DraftCell, DraftRow } from '../../story/draft-block.ts';
import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';

/** A table of a draft: the rows of header cells that it begins with are repeated where it is broken. */
export function table(rows: readonly DraftRow[], inside: (blocks: readonly DraftBlock[]) => readonly Markup[]): Markup {
  const first = rows.findIndex(({ cells }) => cells.some(({ header }) => !header));
  // A table of headers alone has no head to repeat.
  const columns = tableColumns(rows);
  const lookOf = ({ colSpan }: DraftCell, start = 0): Look => {
    const { short, word } = columns[start] ?? { short: false, word: 0 };
    if (word > longestWord) return 'long';
    return colSpan === undefined && short ? 'short' : null;
  };
  const row = ({ cells, starts }: Row, scope: Scope): Markup =>
    markup`<tr class="keep">${cells.map((cell, at) => cellMarkup(cell, scope, lookOf(cell, starts[at]), inside(cell.blocks)))}</tr>`;
  const all = placed(rows);
  const head = all.slice(0, Math.max(0, first));
  const top = head.length === 0 ? nothing : markup`<thead>${head.map((one) => row(one, 'col'))}</thead>`;
  return markup`<table class="data">${top}<tbody>${all.slice(head.length).map((one) => row(one, 'row'))}</tbody></table>`;
}

type Scope = 'col' | 'row';
type Row = ReturnType<typeof placed>[number];

/** The lines of short cells stay whole; the words of long ones may be broken. */
type Look = 'short' | 'long' | null;

function cellMarkup(
  { header, colSpan, rowSpan }: DraftCell,
  scope: Scope,
  look: Look,
  words: readonly Markup[],
): Markup {
  const rest = markup`${look === null ? nothing : markup` class="${look}"`}${spanned('colspan', colSpan)}${spanned('rowspan', rowSpan)}`;
  return header ? markup`<th scope="${scope}"${rest}>${words}</th>` : markup`<td${rest}>${words}</td>`;
}

function spanned(name: 'colspan' | 'rowspan', count: number | undefined): Markup {
  return count === undefined ? nothing : markup` ${name}="${count}"`;
}
