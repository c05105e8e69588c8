const escapes = new Map([
  ['\\', '\\textbackslash{}'],
  ['{', '\\{'],
  ['}', '\\}'],
  ['$', '\\$'],
  ['&', '\\&'],
  ['#', '\\#'],
  ['%', '\\%'],
  ['_', '\\_'],
  ['^', '\\textasciicircum{}'],
  ['~', '\\textasciitilde{}'],
  ['`', '\\textasciigrave{}'],
]);

/** A text as TeX that is read back as it was, but for runs of white space. Letters of all scripts stay as they are: UTF-8. */
export function texOf(text: string): string {
  return text
    .replace(/[\\{}$&#%_^~`]/g, (char) => escapes.get(char) ?? char)
    .replace(/-(?=-)/g, '-{}')
    .replace(/'(?=')/g, "'{}")
    .replace(/\s+/g, ' ')
    .trim();
}

/** An address as TeX packages read it: as it is, but for what would end the value. */
export function verbatimTex(address: string): string {
  return address.replace(/[{}\\\s]/g, (char) => encodeURIComponent(char));
}

/** Whether a piece of TeX keeps its braces closed: only then it can stand in a value as it is. */
export function isBalanced(tex: string): boolean {
  let depth = 0;
  for (let at = 0; at < tex.length; at += 1) {
    if (tex[at] === '\\') at += 1;
    else if (tex[at] === '{') depth += 1;
    else if (tex[at] === '}' && (depth -= 1) < 0) return false;
  }
  return depth === 0 && !/(?:^|[^\\])(?:\\\\)*\\$/.test(tex);
}
