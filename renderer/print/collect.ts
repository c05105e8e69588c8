import type { Reluctance } from '../../shared/brief/index.ts';
import type { CutBoxes } from './cut.ts';
import { linesOf, rangeOf } from './lines.ts';
import type { LineOf, MeasuredPiece } from './measured.ts';
import { boxStyle } from './styles.ts';
import type { BoxStyle } from './styles.ts';

/** What is higher than this share of a page is cut although it should stay whole. */
const tooHigh = 0.95;

/** A box that is being walked through. */
interface OpenBox {
  readonly head: number;
  readonly foot: number;
  readonly isKept: boolean;
  /** Whether a piece of it has been met. */
  isBegun: boolean;
}

export interface CollectOptions {
  /** The height of a page's text, in CSS pixels. */
  readonly height: number;
  /** The note whose sign an element is, as an index; null for a sign that was met before, and for none. */
  readonly noteOf: (sign: Element) => number | null;
  /** Boxes that lie side by side are cut within where they are higher than this, in CSS pixels. */
  readonly highBand: number;
  /** What is left out; null for nothing. */
  readonly skip: Element | null;
}

export interface Collected {
  readonly pieces: readonly MeasuredPiece[];
  readonly boxes: CutBoxes;
}

/** Reads the pieces of a document that is laid out in one column: nothing is changed, so all is read from one layout. */
export function collectPieces(root: Element, options: CollectOptions): Collected {
  const collector = new Collector(options);
  collector.flow(root, boxStyle(root));
  return { pieces: collector.pieces, boxes: collector };
}

class Collector {
  readonly pieces: Mutable<MeasuredPiece>[] = [];
  readonly beside = new Map<Element, readonly Element[]>();
  readonly closed = new Set<Element>();
  private readonly boxes: OpenBox[] = [];
  /** The outermost element that has begun since the last piece, and its top. */
  private beginning: { readonly element: Element; readonly top: number } | null = null;
  private reluctance: Reluctance = 0;
  private isForced = false;

  constructor(private readonly options: CollectOptions) {}

  /** The content of a block: runs of text and boxes, one below the other. */
  flow(element: Element, style: BoxStyle): void {
    let run: Node[] = [];
    const finish = (): void => {
      if (run.length > 0) this.lines(element, run, style);
      run = [];
    };
    for (const child of element.childNodes) {
      if (child instanceof Text) {
        if (run.length > 0 || child.data.trim() !== '') run.push(child);
      } else if (child instanceof Element) {
        const inner = boxStyle(child);
        if (inner.isOut || child === this.options.skip) continue;
        if (isInline(child, inner)) run.push(child);
        else {
          finish();
          this.box(child, inner);
        }
      }
    }
    finish();
  }

  private box(element: Element, style: BoxStyle): void {
    const { top, bottom, height } = element.getBoundingClientRect();
    if (style.isKeptBefore) this.mind(3);
    if (style.isForcedBefore) this.isForced = true;
    const met = this.pieces.length;
    this.beginning ??= { element, top };
    if (style.head + style.foot > 0) this.closed.add(element);
    this.boxes.push({ head: style.head, foot: style.foot, isKept: style.isKeptWhole, isBegun: false });
    if (!isReplaced(element)) this.inside(element, style);
    if (this.pieces.length === met && height > 0) this.piece(element, { top, bottom }, this.signsIn(element));
    this.boxes.pop();
    const last = this.pieces.at(-1);
    if (last !== undefined && this.pieces.length > met) last.bottom = Math.max(last.bottom, bottom);
    if (style.isKeptAfter) this.mind(3);
    if (style.isForcedAfter) this.isForced = true;
  }

  private inside(element: Element, style: BoxStyle): void {
    if (element instanceof HTMLTableElement) this.table(element);
    else if (/grid|flex/.test(style.display)) this.bands([...element.children], style.isKeptWhole);
    else this.flow(element, style);
  }

  /** Rows stay whole; a page that begins with one repeats the table's head. */
  private table(table: HTMLTableElement): void {
    if (table.caption !== null) {
      this.box(table.caption, boxStyle(table.caption));
      this.mind(3);
    }
    const head = table.tHead;
    // Nothing of it is cut: it is either on a page or repeated there.
    if (head !== null) this.piece(head, head.getBoundingClientRect(), this.signsIn(head));
    const height = head?.getBoundingClientRect().height ?? 0;
    this.boxes.push({ head: height, foot: 0, isKept: false, isBegun: head !== null });
    if (head !== null) this.mind(4);
    let joined = 0;
    for (const row of table.rows) {
      if (head?.contains(row) === true) continue;
      if (joined > 0) this.mind(4);
      const spans = [...row.cells].map(({ rowSpan }) => rowSpan);
      joined = Math.max(joined - 1, Math.max(1, ...spans) - 1);
      this.bands([...row.cells], true);
    }
    this.boxes.pop();
  }

  /** Boxes side by side, in bands one below the other. */
  private bands(children: readonly Element[], isKept: boolean): void {
    for (const band of bandsOf(children)) {
      const limit = isKept ? this.options.height * tooHigh : this.options.highBand;
      const [first] = band.members;
      if (first === undefined) continue;
      if (band.members.length === 1 && !(first instanceof HTMLTableCellElement)) {
        this.box(first, boxStyle(first));
      } else if (band.bottom - band.top <= limit) {
        const owner = first.parentElement instanceof HTMLTableRowElement ? first.parentElement : first;
        this.piece(
          owner,
          band,
          band.members.flatMap((member) => this.signsIn(member)),
        );
      } else {
        this.highBand(first, band);
      }
    }
  }

  /** Cut within its highest box; what stands beside that stays above. */
  private highBand(first: Element, { members, top, bottom }: Band): void {
    const highest = members.reduce((a, b) => (contentHeight(b) > contentHeight(a) ? b : a));
    const owner = first.parentElement instanceof HTMLTableRowElement ? first.parentElement : first;
    this.beginning ??= { element: owner, top };
    const met = this.pieces.length;
    const others = members.filter((member) => member !== highest).flatMap((member) => this.signsIn(member));
    this.beside.set(highest, members);
    this.inside(highest, boxStyle(highest));
    const begun = this.pieces[met];
    if (begun === undefined) this.piece(owner, { top, bottom }, [...others, ...this.signsIn(highest)]);
    else {
      begun.notes = [...others, ...begun.notes].sort((a, b) => a - b);
      const last = this.pieces.at(-1);
      if (last !== undefined) last.bottom = Math.max(last.bottom, bottom);
    }
  }

  private lines(block: Element, nodes: readonly Node[], style: BoxStyle): void {
    const lines = linesOf(nodes);
    const [first] = lines;
    const last = lines.at(-1);
    if (first === undefined || last === undefined) return;
    const edges = lines.slice(1).map((line, index) => ((lines[index]?.bottom ?? line.top) + line.top) / 2);
    const leading = Math.max(0, (style.lineHeight - (first.bottom - first.top)) / 2);
    const run = { block, nodes, tops: edges };
    const signs = nodes.flatMap((node) => (node instanceof Element ? this.signs(node) : []));
    lines.forEach((_, line) => {
      const top = edges[line - 1] ?? first.top - leading;
      const bottom = edges[line] ?? last.bottom + leading;
      if (line > 0 && (line < style.orphans || lines.length - line < style.widows)) this.mind(1);
      const isLast = line === lines.length - 1;
      const mine = signs.filter(({ middle }) => (line === 0 || middle > top) && (isLast || middle <= bottom));
      const notes = mine.map(({ note }) => note);
      const start = nodes[0] ?? block;
      this.piece(line === 0 ? start : { run, line }, { top, bottom }, notes);
    });
  }

  private signs(root: Element): readonly { readonly note: number; readonly middle: number }[] {
    const elements = [...(root.matches(noteSign) ? [root] : []), ...root.querySelectorAll(noteSign)];
    return elements.flatMap((sign) => {
      const note = this.options.noteOf(sign);
      const { top, bottom } = sign.getBoundingClientRect();
      return note === null ? [] : [{ note, middle: (top + bottom) / 2 }];
    });
  }

  private signsIn(root: Element): readonly number[] {
    return this.signs(root).map(({ note }) => note);
  }

  /** Minds more than before that a page ends here. */
  private mind(reluctance: Reluctance): void {
    if (reluctance > this.reluctance) this.reluctance = reluctance;
  }

  private piece(begins: Node | LineOf, { top, bottom }: Edges, notes: readonly number[]): void {
    const begun = this.boxes.filter(({ isBegun }) => isBegun);
    if (begun.some(({ isKept }) => isKept)) this.mind(2);
    this.pieces.push({
      begins: this.beginning?.element ?? begins,
      top: this.beginning?.top ?? top,
      bottom,
      reluctance: this.reluctance,
      forced: this.isForced && this.pieces.length > 0,
      head: begun.reduce((sum, { head }) => sum + head, 0),
      foot: begun.reduce((sum, { foot }) => sum + foot, 0),
      notes,
    });
    for (const box of this.boxes) box.isBegun = true;
    this.beginning = null;
    this.reluctance = 0;
    this.isForced = false;
  }
}

/** The signs of notes, as `shared/brief/html` writes them. */
export const noteSign = '[role=doc-noteref]';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

interface Edges {
  readonly top: number;
  readonly bottom: number;
}

interface Band extends Edges {
  readonly members: readonly Element[];
}

/** Neighbours that share some of their height. */
function bandsOf(children: readonly Element[]): readonly Band[] {
  const bands: { top: number; bottom: number; members: Element[] }[] = [];
  for (const child of children) {
    if (boxStyle(child).isOut) continue;
    const { top, bottom } = child.getBoundingClientRect();
    const band = bands.at(-1);
    // Edges that meet may differ by the last bits of a number.
    if (band !== undefined && top < band.bottom - 0.5) {
      band.members.push(child);
      band.bottom = Math.max(band.bottom, bottom);
    } else {
      bands.push({ top, bottom, members: [child] });
    }
  }
  return bands;
}

/** The height of what is in a box: boxes side by side are all as high as the highest. */
function contentHeight(element: Element): number {
  return rangeOf([...element.childNodes]).getBoundingClientRect().height;
}

function isInline(element: Element, { display }: BoxStyle): boolean {
  return display.startsWith('inline') || display.startsWith('ruby') || element.tagName === 'BR';
}

function isReplaced(element: Element): boolean {
  return !(element instanceof HTMLElement) || /^(?:IMG|CANVAS|VIDEO|HR|OBJECT)$/.test(element.tagName);
}
