/** How wide Inter (regular) sets the characters from space to tilde, in thousandths of the type size. */
const advances = [
  281, 288, 466, 633, 642, 982, 644, 300, 365, 365, 501, 662, 288, 460, 288, 360, 631, 407, 610, 618, 646, 593, 620,
  566, 619, 620, 288, 302, 662, 662, 662, 511, 966, 690, 654, 730, 722, 601, 590, 746, 743, 269, 571, 672, 565, 903,
  753, 765, 639, 765, 644, 642, 646, 744, 690, 985, 682, 679, 629, 365, 360, 365, 471, 456, 323, 562, 612, 571, 612,
  583, 370, 613, 591, 242, 242, 549, 242, 876, 591, 600, 612, 612, 376, 528, 327, 591, 562, 818, 546, 562, 552, 426,
  333, 426, 662,
] as const;
const firstKnown = 0x20;

/** Letters outside the table: other alphabets run a little wider, ideographs fill the square. */
const otherAdvance = 720;
const wideAdvance = 1050;
const firstWide = 0x2e80;

/** About how wide a line of Inter is, in the unit of `size`. Errs on the wide side: labels are placed by it. */
export function textWidth(text: string, size: number): number {
  let thousandths = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    thousandths += advances[code - firstKnown] ?? (code >= firstWide ? wideAdvance : otherAdvance);
  }
  return (thousandths * size * 1.02) / 1000;
}

/**
 * Breaks text into at most `maxLines` lines of about the same length, none wider than `width`; what does not fit ends in
 * "…". Never empty.
 */
export function wrapped(text: string, size: number, width: number, maxLines: number): readonly string[] {
  let lines = filled(text, size, width, maxLines);
  // Narrower for as long as that takes no further line and cuts nothing more.
  for (let narrower = width - 4; narrower > width / 2 && lines.length > 1; narrower -= 4) {
    const again = filled(text, size, narrower, maxLines);
    if (again.length !== lines.length || again.join(' ') !== lines.join(' ')) break;
    lines = again;
  }
  return lines;
}

function filled(text: string, size: number, width: number, maxLines: number): readonly string[] {
  const fits = (line: string): boolean => textWidth(line, size) <= width;
  const words = text.split(/\s+/).filter((word) => word !== '');
  const lines: string[] = [];
  while (words.length > 0 && lines.length < maxLines) {
    let line = words.shift() ?? '';
    while (words[0] !== undefined && fits(`${line} ${words[0]}`)) line = `${line} ${words.shift() ?? ''}`;
    const cut = !fits(line) || (words.length > 0 && lines.length === maxLines - 1);
    lines.push(cut ? shortened(line, fits) : line);
    if (!fits(line)) break;
  }
  return lines.length === 0 ? [''] : lines;
}

/** The line with as many characters as leave room for "…"; words are kept whole where that keeps most of it. */
function shortened(line: string, fits: (line: string) => boolean): string {
  const characters = [...line];
  while (characters.length > 1 && !fits(`${characters.join('').trimEnd()}…`)) characters.pop();
  const cut = characters.join('').trimEnd();
  const atWord = cut.slice(0, Math.max(cut.lastIndexOf(' '), 0));
  const whole = cut.length === line.length || atWord.length < cut.length * 0.6 ? cut : atWord;
  return `${whole.replace(/[\s,;:.–—-]+$/u, '')}…`;
}
