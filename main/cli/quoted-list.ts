/** More are counted, not named. */
const mostNamed = 10;

/** Titles as one line. */
export function quotedList(titles: readonly string[]): string {
  const named = titles.slice(0, mostNamed).map((title) => `“${title.replace(/[\s\p{Cc}]+/gu, ' ')}”`);
  const more = titles.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
