/**
 * Text of a source as it can stand in a line: spaces in runs of one, no separators at its ends (that a file left there), and '' where
 * nothing but marks is left. Letters, and the marks that belong to a title, stay as they are. Takes time as its length.
 */
export function tidy(text: string): string {
  const spaced = text.replace(/\s+/gu, ' ').replace(/ ,(?=\s|$)/gu, ',');
  const words = withoutEnd(spaced.replace(/^[\s,;:]+/u, ''));
  return /[\p{L}\p{N}\p{S}?!]/u.test(words) ? words : '';
}

/** Our own words, and dates, where a sentence begins with them; abbreviations stay small. */
export function capital(words: string): string {
  return /^\p{L}\./u.test(words) ? words : words.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (/[\s,;:]/.test(text[end - 1] ?? '') || text.slice(end - 2, end) === ' .')) end -= 1;
  return text.slice(0, end);
}
