/** Looks up a file of `resources/print/fonts` as base64; null where it is not there. */
export type FontOf = (file: string) => string | null;

const face = /@font-face\s*\{[^}]*\}\s*/g;
const address = /url\('fonts\/([\w.-]+)'\)/;

/** The files that a stylesheet's faces need for the letters of a text: faces of scripts that do not occur are not needed. */
export function fontFilesFor(css: string, text: string): readonly string[] {
  const letters = new Set([...text].map((sign) => sign.codePointAt(0) ?? 0));
  return (css.match(face) ?? [])
    .filter((rule) => isNeeded(rule, letters))
    .flatMap((rule) => address.exec(rule)?.[1] ?? []);
}

/** A stylesheet that carries its fonts, as far as a text needs them; the other faces are left out of it. */
export function withFonts(css: string, text: string, fontOf: FontOf): string {
  const needed = new Set(fontFilesFor(css, text));
  return css.replace(face, (rule) => {
    const file = address.exec(rule)?.[1] ?? '';
    const base64 = needed.has(file) ? fontOf(file) : null;
    return base64 === null ? '' : rule.replace(address, `url('data:font/woff2;base64,${base64}')`);
  });
}

function isNeeded(rule: string, letters: ReadonlySet<number>): boolean {
  const ranges = /unicode-range:([^;}]*)/.exec(rule)?.[1];
  if (ranges === undefined) return true;
  const bounds = [...ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)].map(([, from = '', to = from]) => [
    Number.parseInt(from, 16),
    Number.parseInt(to, 16),
  ]);
  return [...letters].some((letter) => bounds.some(([from = 0, to = 0]) => from <= letter && letter <= to));
}
