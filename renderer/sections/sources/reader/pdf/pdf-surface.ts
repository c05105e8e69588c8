import type { Place } from '../../../../../shared/anchors/index.ts';
import type { ReadingPage } from '../../../../../shared/captures/index.ts';
import { Holders } from '../dom-places.ts';
import { pageOf } from '../pages.ts';
import { firstSeenIn, frameOf, scrollTo } from '../surface.ts';
import type { Surface } from '../surface.ts';

/** Frames to wait for the words of a page that comes into view: about two seconds. */
const patience = 120;

/** The surface of pages of which only those in sight have their words on them. */
export function pdfSurface(root: () => HTMLElement | null, pages: readonly ReadingPage[]): Surface {
  const pageElement = (number: number): Element | null =>
    root()?.querySelector(`[data-page="${String(number)}"]`) ?? null;
  const rangeOf = (place: Place): Range | null => {
    const page = pageElement(pageOf(pages, place.start) ?? 1);
    if (page === null || page.querySelector('[data-start]') === null) return null;
    const element = root();
    return element === null ? null : new Holders(element).rangeOf(place);
  };
  let showing = 0;
  const show = (place: Place, to: 'edge' | 'eye'): void => {
    showing += 1;
    const mine = showing;
    const page = pageElement(pageOf(pages, place.start) ?? 1);
    const frame = page === null ? null : frameOf(page);
    if (page === null || frame === null) return;
    const isPage = pages.some(({ start }) => start === place.start) && place.end === place.start;
    if (rangeOf(place) === null) page.scrollIntoView({ block: 'start' });
    if (isPage) return;
    let left = patience;
    const wait = (): void => {
      if (mine !== showing) return;
      const range = rangeOf({ start: place.start, end: Math.max(place.end, place.start + 1) });
      if (range !== null) return scrollTo(range, to);
      left -= 1;
      if (left > 0) requestAnimationFrame(wait);
    };
    wait();
  };
  return {
    root,
    show,
    topOf: (place) => {
      const element = root();
      if (element === null) return null;
      const top = element.getBoundingClientRect().top;
      const range = rangeOf(place);
      if (range !== null) return range.getBoundingClientRect().top - top;
      // As far down its page as its words are in the page's text.
      const number = pageOf(pages, place.start) ?? 1;
      const page = pages[number - 1];
      const rect = pageElement(number)?.getBoundingClientRect();
      if (page === undefined || rect === undefined) return null;
      return rect.top - top + (rect.height * (place.start - page.start)) / Math.max(1, page.end - page.start);
    },
    firstSeen: () => {
      const element = root();
      const frame = element === null ? null : frameOf(element);
      if (element === null || frame === null) return null;
      const edge = frame.getBoundingClientRect().top + 72;
      const seen = [...element.querySelectorAll('[data-page]')].find(
        (page) => page.getBoundingClientRect().bottom > edge,
      );
      const page = pages[Number(seen?.getAttribute('data-page')) - 1];
      return firstSeenIn(element) ?? page?.start ?? null;
    },
  };
}
