/** How the second number of a range is shortened: never, as CMOS 17, 9.61, or to the digits that change (Citing Medicine). */
export type Shortening = 'whole' | 'chicago' | 'least';

/** "165-176, xii-xv" with dashes between numbers, and what is said twice left out. Anything that is no range stays as it is. */
export function pageRanges(pages: string, shortening: Shortening): string {
  const roman = /(?<![\p{L}\p{N}\-–—])([ivxlcdm]+)\s?(?:--?|[–—])\s?([ivxlcdm]+)(?![\p{L}\p{N}\-–—])/giu;
  return pages
    .replace(roman, '$1–$2')
    .replace(
      /(?<![\p{L}\p{N}.\-–—])([\p{L}]{0,3})(\d+)\s?(?:--?|[–—])\s?([\p{L}]{0,3})(\d+)(?![\p{L}\p{N}\-–—])/gu,
      (whole: string, before: string, first: string, again: string, last: string) => {
        if (again !== '' && again !== before) return whole;
        if (last.length < first.length && again !== '') return whole;
        const end = first.slice(0, Math.max(0, first.length - last.length)) + last;
        if (first.length === end.length && first >= end) return whole;
        if (before !== '') return `${before}${first}–${before}${end}`;
        return `${first}–${shortened(first, end, shortening)}`;
      },
    );
}

function shortened(first: string, last: string, shortening: Shortening): string {
  if (shortening === 'whole' || first.length !== last.length) return last;
  const same = [...first].findIndex((digit, at) => digit !== last[at]);
  if (shortening === 'least') return last.slice(same);
  const [number, rest] = [Number(first), Number(first.slice(-2))];
  if (number < 100 || rest === 0) return last;
  return last.slice(rest < 10 ? same : Math.min(same, last.length - 2));
}

/** "pp. 12–15" without its "pp.", which every style sees to itself. */
export function withoutPageWord(pages: string): string {
  return pages.replace(/^(?:pp?\.?|pages?) ?(?=\d)/i, '');
}

/** Whether a place in a source is a page or several, and needs no words of its own: "12", "xii–xv", "A4". */
function isPage(locator: string): boolean {
  return /^(?:[A-Za-z]{0,2}\d+|[ivxlcdm]+)(?:\s?[-–—,]\s?(?:[A-Za-z]{0,2}\d+|[ivxlcdm]+))*$/i.test(locator);
}

/** "p. 12", "pp. 12–15"; a place in its own words as it is. */
export function pageWords(locator: string): string {
  const words = pageRanges(locator, 'whole');
  if (!isPage(words)) return words;
  return /[-–—,]/.test(words) ? `pp. ${words}` : `p. ${words}`;
}
