import { lineStart } from './lines.ts';
import { before } from './measured.ts';
import type { Cut, LineOf, LineRun, MeasuredPiece } from './measured.ts';

/** What is known of boxes that may be cut. */
export interface CutBoxes {
  /** Boxes that lie side by side, by the one that is cut: what stands beside it stays above. */
  readonly beside: ReadonlyMap<Element, readonly Element[]>;
  /** Boxes of which each part has a border and padding of its own. */
  readonly closed: ReadonlySet<Element>;
}

/** Places where pages begin, and where the lines of paragraphs that are cut end now. */
export interface Places {
  readonly cuts: readonly Cut[];
  readonly runs: ReadonlyMap<LineRun, readonly Cut[]>;
}

/** Finds the places before pieces where pages begin. Reads the layout, and changes nothing. */
export function findPlaces(pieces: readonly MeasuredPiece[]): Places {
  const cuts = pieces.map(({ begins }) =>
    begins instanceof Node ? before(begins) : lineStart(begins.run, begins.line),
  );
  const lines = pieces.map(({ begins }) => begins).filter((begins): begins is LineOf => !(begins instanceof Node));
  const runs = new Map<LineRun, readonly Cut[]>();
  for (const { run } of lines) {
    if (runs.has(run)) continue;
    const isCut = new Set(lines.filter((one) => one.run === run).map(({ line }) => line));
    const others = run.tops.map((_, index) => index + 1).filter((line) => !isCut.has(line));
    runs.set(
      run,
      others.map((line) => lineStart(run, line)),
    );
  }
  return { cuts, runs };
}

/**
 * The places as ranges, which move along when the document is cut. The lines of paragraphs that are cut are made to end where they
 * do now: by themselves both parts would find other places.
 */
export function placeCuts({ cuts, runs }: Places): readonly Range[] {
  const ranges = cuts.map(rangeAt);
  for (const [{ block }, ends] of runs) {
    block.classList.add('fixed-lines');
    // From the last, so that the places before stay where they are.
    for (const end of ends.toReversed()) rangeAt(end).insertNode(document.createElement('br'));
  }
  return ranges;
}

function rangeAt({ node, offset }: Cut): Range {
  const range = document.createRange();
  range.setStart(node, offset);
  range.collapse(true);
  return range;
}

/** Takes everything before a place out of `root`. What is cut through is then there and here, and looks like one. */
export function takeBefore(root: Element, cut: Range, boxes: CutBoxes): DocumentFragment {
  const range = document.createRange();
  range.setStart(root, 0);
  range.setEnd(cut.startContainer, cut.startOffset);
  const taken = range.extractContents();
  const rests = elementsUpTo(root, cut.startContainer);
  let part = taken.lastElementChild;
  for (const [index, rest] of rests.entries()) {
    if (part === null) break;
    joinHalves(part, rest, rests[index + 1] ?? null, boxes);
    part = part.lastElementChild;
  }
  return taken;
}

/** The elements between a root and a node of it, the outermost first. */
function elementsUpTo(root: Element, node: Node): readonly Element[] {
  const chain: Element[] = [];
  for (let one: Node | null = node; one !== null && one !== root; one = one.parentNode)
    if (one instanceof Element) chain.unshift(one);
  return chain;
}

/** @param part what is on the page, a copy of the element @param rest the element @param inner what was cut in it in turn */
function joinHalves(part: Element, rest: Element, inner: Element | null, boxes: CutBoxes): void {
  rest.removeAttribute('id');
  if (!boxes.closed.has(rest)) {
    part.classList.add('continues');
    rest.classList.add('continued');
  }
  if (part instanceof HTMLOListElement && rest instanceof HTMLOListElement) {
    const items = [...part.children].filter((child) => child instanceof HTMLLIElement);
    rest.start = part.start + items.length - (inner === null ? 0 : 1);
  }
  if (rest instanceof HTMLLIElement) rest.classList.add('continued-item');
  if (part instanceof HTMLTableElement && rest instanceof HTMLTableElement) repeatHead(part, rest);
  const members = inner === null ? undefined : boxes.beside.get(inner);
  if (inner !== null && members !== undefined) keepBeside(part, inner, members);
  // The first of what is left was not the first before, and goes on looking so.
  if (part.childElementCount > 0) rest.prepend(placeholder());
}

/** The columns, and the head if it is on a page before. */
function repeatHead(part: HTMLTableElement, rest: HTMLTableElement): void {
  const columns = part.querySelector(':scope > colgroup')?.cloneNode(true);
  if (part.tHead !== null && rest.tHead === null) {
    const head = copyOf(part.tHead, true);
    for (const sign of head.querySelectorAll('[id]')) sign.removeAttribute('id');
    rest.prepend(head);
  }
  if (columns !== undefined) rest.prepend(columns);
}

/** What lay beside the box that was cut stays above; below, empty boxes keep its place. */
function keepBeside(part: Element, inner: Element, members: readonly Element[]): void {
  const at = members.indexOf(inner);
  members.forEach((member, index) => {
    if (index === at) return;
    const empty = copyOf(member, false);
    if (index < at) inner.before(empty);
    else {
      member.replaceWith(empty);
      part.append(member);
    }
  });
}

function copyOf<T extends Element>(element: T, deep: boolean): T {
  // A clone is an element of the same kind.
  const copy = element.cloneNode(deep) as T;
  copy.removeAttribute('id');
  return copy;
}

/** Takes the place of what is on the page before; it is not seen and not read. */
function placeholder(): Element {
  const span = document.createElement('span');
  span.className = 'placeholder';
  span.hidden = true;
  return span;
}
