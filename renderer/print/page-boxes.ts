/** What is at the head and the foot of a page beside its text. */
export interface RunningWords {
  readonly title: string;
  readonly part: string;
  readonly date: string;
  readonly number: number;
  readonly count: number;
}

/** A page: its text, the notes at its foot, and what runs along. Null words: nothing runs along there. */
export function pageBox(body: Node, notes: Element | null, { head, foot }: PageWords): HTMLElement {
  const page = box('page');
  if (head !== null) page.append(running('page-head', head.title, head.part));
  const text = box('page-body');
  text.append(body);
  dropMarginAbove(text);
  page.append(text);
  if (notes !== null) page.append(notes);
  if (foot !== null) page.append(running('page-foot', foot.date, `page ${foot.number} of ${foot.count}`));
  return page;
}

interface PageWords {
  readonly head: Pick<RunningWords, 'title' | 'part'> | null;
  readonly foot: Pick<RunningWords, 'date' | 'number' | 'count'> | null;
}

/** The notes of a page, numbered from the first. */
export function notesBox(notes: readonly Node[], first: number): HTMLElement {
  const holder = box('page-notes');
  const list = document.createElement('ol');
  list.className = 'notes';
  list.start = first;
  list.append(...notes);
  holder.append(list);
  return holder;
}

function box(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  return element;
}

/** Said once by the document itself: who listens to it is not told again on every page. */
function running(name: string, left: string, right: string): HTMLElement {
  const line = box(name);
  line.ariaHidden = 'true';
  for (const words of [left, right]) {
    const span = document.createElement('span');
    span.dir = 'auto';
    span.textContent = words;
    line.append(span);
  }
  return line;
}

/** A page begins with what is first on it, not with the space above that. */
function dropMarginAbove(root: Element): void {
  for (let element = firstIn(root); element !== null; element = firstIn(element)) element.classList.add('page-first');
}

/** The first element, where no words come before it. */
function firstIn(parent: Element): Element | null {
  for (const child of parent.childNodes) {
    if (child instanceof HTMLElement && child.classList.contains('placeholder')) continue;
    if (child instanceof Element) return child;
    if (child.textContent?.trim() !== '') return null;
  }
  return null;
}
