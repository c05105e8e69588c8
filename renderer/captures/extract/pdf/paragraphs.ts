import type { Line } from './lines.ts';

/** Lines that belong together. */
export interface Paragraph {
  readonly text: string;
  readonly size: number;
  readonly lines: number;
}

/**
 * The paragraphs of a page: lines of one size, one under the other at one distance. Another column, a wider gap, other letters or an
 * indent after a finished sentence begin another.
 */
export function paragraphsOf(lines: readonly Line[]): readonly Paragraph[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group === undefined || beginsAnother(group, line)) groups.push([line]);
    else group.push(line);
  }
  return groups.map((group) => ({
    text: group.reduce((text, { text: next }) => joined(text, next), ''),
    size: group[0]?.size ?? 0,
    lines: group.length,
  }));
}

function beginsAnother(group: readonly Line[], line: Line): boolean {
  const last = group.at(-1);
  if (last === undefined) return true;
  const size = Math.max(last.size, line.size);
  const down = last.base - line.base;
  // Up again, or beside: another column, or a caption.
  if (down <= 0) return true;
  if (Math.abs(last.size - line.size) > size * 0.12) return true;
  const before = group.at(-2);
  const usual = before === undefined ? size * 1.55 : Math.min((before.base - last.base) * 1.3, size * 2.2);
  if (down > Math.max(usual, size * 1.45)) return true;
  if (isBullet(line.text)) return true;
  const isFinished = /[.!?:;…][)\]"'”’»]*$/.test(last.text);
  const isIndented =
    line.left - last.left > size * 0.8 && line.left - Math.min(...group.map(({ left }) => left)) > size * 0.8;
  const isShort = last.right < Math.max(...group.map(({ right }) => right), line.right) - size * 4;
  return isFinished && (isIndented || isShort);
}

function isBullet(text: string): boolean {
  return /^(?:[•‣◦▪–—*-]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s+\S/.test(text);
}

/** A word that was cut at the end of a line keeps its hyphen: whether it belongs there cannot be told. */
function joined(text: string, next: string): string {
  if (text === '') return next;
  return /\p{L}[-\u2010\u00ad]$/u.test(text) && /^\p{Ll}/u.test(next) ? text + next : `${text} ${next}`;
}
