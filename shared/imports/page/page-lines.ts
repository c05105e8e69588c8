import type { PageLine } from '../../story/page-rule.ts';

/** Characters that print nothing: zero-width spaces and joiners, direction marks, byte order marks. */
const invisible = /^[\s\u200b-\u200f\u2060\ufeff]*$/;

/** The non-blank lines of a text, trimmed, with non-breaking spaces as spaces. All kinds of line ends are known. */
export function pageLines(text: string): readonly PageLine[] {
  const lines: PageLine[] = [];
  let afterBlank = false;
  text.split(/\r\n|[\n\r\u2028\u2029]/).forEach((raw, index) => {
    const trimmed = raw.replace(/[\u00a0\u202f]/g, ' ').trim();
    if (invisible.test(trimmed)) afterBlank = true;
    else {
      lines.push({ text: trimmed, number: index + 1, afterBlank });
      afterBlank = false;
    }
  });
  return lines;
}
