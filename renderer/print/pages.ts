import { breakPages } from '../../shared/brief/index.ts';
import type { FlowNote, PagePlan } from '../../shared/brief/index.ts';
import { collectPieces, noteSign } from './collect.ts';
import { findPlaces, placeCuts, takeBefore } from './cut.ts';
import type { CutBoxes } from './cut.ts';
import type { MeasuredPiece } from './measured.ts';
import { notesBox, pageBox } from './page-boxes.ts';
import { fitTables, fixColumns, readColumns } from './tables.ts';

/** The rule above notes with the space around it, and the space between notes, in CSS pixels; pages.css has the same. */
const noteRule = 20;
const noteGap = 4;

/** Events and the like are kept whole where they take less than this share of a page. */
const highBand = 0.35;

/** A document that is being put on pages. */
export class Pages {
  private readonly notes: readonly NoteParts[];
  private readonly boxes: CutBoxes;
  private readonly plans: readonly PagePlan[];
  /** Where each page ends, but for the last. */
  private readonly cuts: readonly Range[];
  private readonly home: Element;
  private readonly built = document.createDocumentFragment();
  /** The heading of the part that is being built. */
  private part = '';

  /** Measures the document as it stands, and decides where its pages end. */
  constructor(private readonly sheet: HTMLElement) {
    fitTables(sheet);
    const { section, items } = footNotes(sheet);
    const signs = firstSigns(sheet, items);
    const height = pageHeight(sheet);
    const text = collectPieces(sheet, {
      height,
      highBand: height * highBand,
      noteOf: (sign) => signs.get(sign) ?? null,
      skip: section,
    });
    const notes = items.map((item) => collectPieces(item, { height, highBand: 0, noteOf: () => null, skip: null }));
    const flow = { pieces: text.pieces, notes: notes.map(({ pieces }) => noteLines(pieces)) };
    this.plans = breakPages(flow, { height, rule: noteRule, noteGap });
    const all = [text, ...notes].map(({ boxes }) => boxes);
    this.boxes = {
      beside: new Map(all.flatMap(({ beside }) => [...beside])),
      closed: new Set(all.flatMap(({ closed }) => [...closed])),
    };

    const columns = readColumns(sheet);
    const starts = this.plans.flatMap(({ from }, index) => (index === 0 ? [] : [text.pieces[from]]));
    const splits = this.plans.flatMap((plan) => plan.notes).filter(({ from }) => from > 0);
    const breaks = splits.map(({ note, from }) => notes[note]?.pieces[from]);
    // Pages behind the end of the text hold notes alone.
    const wanted = starts.filter((piece) => piece !== undefined);
    const places = findPlaces([...wanted, ...breaks.filter((piece) => piece !== undefined)]);
    // Everything has been read. Outside of the document changes cost nothing; the pages come back whole.
    this.home = sheet.parentElement ?? document.body;
    sheet.remove();
    const cuts = placeCuts(places);
    this.cuts = cuts.slice(0, wanted.length);
    const noteCuts = cuts.slice(wanted.length);
    this.notes = items.map(
      (item, note) =>
        new NoteParts(
          item,
          noteCuts.filter((_, index) => splits[index]?.note === note),
        ),
    );
    fixColumns(columns);
    section?.remove();
  }

  get count(): number {
    return this.plans.length;
  }

  /** Builds so many more pages; gives how many there are. With the last, they take the document's place. */
  build(more: number): number {
    const from = this.built.childElementCount;
    this.plans.slice(from, from + more).forEach((plan, offset) => this.page(plan, from + offset));
    const done = this.built.childElementCount;
    if (done === this.count) this.finish();
    return done;
  }

  private page(plan: PagePlan, index: number): void {
    const cut = this.cuts[index];
    const body = cut === undefined ? contentsOf(this.sheet) : takeBefore(this.sheet, cut, this.boxes);
    const cover = body.querySelector<HTMLElement>('.cover');
    const part = this.enter(body);
    const [first] = plan.notes;
    const notes = plan.notes.flatMap(({ note }) => this.notes[note]?.next(this.boxes) ?? []);
    const foot = { date: this.sheet.dataset['date'] ?? '', number: index + 1, count: this.count };
    this.built.append(
      pageBox(body, first === undefined ? null : notesBox(notes, first.note + 1), {
        head: cover === null ? { title: document.title, part } : null,
        foot: cover?.dataset['titlePage'] === undefined ? foot : null,
      }),
    );
  }

  /** Remembers which part is the last on a page; gives the heading of the first that is on it. */
  private enter(body: DocumentFragment): string {
    let first: string | null = null;
    for (const section of body.querySelectorAll<HTMLElement>('.part')) {
      if (section.id !== '') this.part = headingOf(section);
      first ??= this.part;
    }
    return first ?? this.part;
  }

  private finish(): void {
    // In a PDF, Chromium makes nothing of these roles; without them notes are items of a list, and signs are links.
    for (const element of this.built.querySelectorAll('[role^=doc-]')) element.removeAttribute('role');
    const pages = [...this.built.children];
    this.sheet.replaceChildren(this.built);
    this.home.append(this.sheet);
    for (const place of this.sheet.querySelectorAll<HTMLElement>('.page-of')) {
      const page = document.getElementById(place.dataset['for'] ?? '')?.closest('.page');
      place.textContent = page === null || page === undefined ? '' : String(pages.indexOf(page) + 1);
    }
  }
}

/** How high the text of a page is, in CSS pixels: the document says it in millimetres. */
function pageHeight(sheet: Element): number {
  const millimetres = Number.parseFloat(getComputedStyle(sheet).getPropertyValue('--page-height'));
  // A title page is as high as the page, and rounding must not make it two.
  return (millimetres * 96) / 25.4 + 0.5;
}

/** A note, handed out in the parts that stand on different pages. */
class NoteParts {
  private readonly holder = document.createElement('div');
  private given = 0;

  constructor(
    private readonly item: Element,
    private readonly cuts: readonly Range[],
  ) {}

  next(boxes: CutBoxes): readonly Node[] {
    if (this.given === 0) this.holder.append(this.item);
    const cut = this.cuts[this.given];
    this.given += 1;
    return cut === undefined ? [this.item] : [...takeBefore(this.holder, cut, boxes).childNodes];
  }
}

/** The notes that go to the foot of the pages, and the part that holds them until then. */
function footNotes(sheet: HTMLElement): { readonly section: Element | null; readonly items: readonly Element[] } {
  const section = sheet.dataset['notes'] === 'foot' ? sheet.querySelector('#part-notes') : null;
  const items = section === null ? [] : [...section.querySelectorAll('ol.notes > li')];
  return { section, items };
}

/** The first sign of each note. */
function firstSigns(sheet: Element, notes: readonly Element[]): ReadonlyMap<Element, number> {
  const signs = new Map<Element, number>();
  const wanted = new Map(notes.map((note, index) => [`#${note.id}`, index]));
  for (const sign of sheet.querySelectorAll(noteSign)) {
    const address = sign.getAttribute('href') ?? '';
    const note = wanted.get(address);
    if (note === undefined) continue;
    signs.set(sign, note);
    wanted.delete(address);
  }
  return signs;
}

function noteLines(pieces: readonly MeasuredPiece[]): FlowNote {
  const top = pieces[0]?.top ?? 0;
  return { lines: pieces.map(({ bottom }) => bottom - top) };
}

function contentsOf(element: Element): DocumentFragment {
  const contents = document.createDocumentFragment();
  contents.append(...element.childNodes);
  return contents;
}

/** The words of a part's heading, without the signs of notes. */
function headingOf(part: Element): string {
  const heading = part.querySelector(':scope > h2')?.cloneNode(true);
  if (!(heading instanceof Element)) return '';
  for (const sign of heading.querySelectorAll(noteSign)) sign.remove();
  return heading.textContent?.trim() ?? '';
}
