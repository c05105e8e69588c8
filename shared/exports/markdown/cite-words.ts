import type { DraftCite } from '../../story/draft-block.ts';

/*
 * A citation as Pandoc has it: `[see @riedel2021{p. 12} emphasis added; @port]`. The locator stands in braces, because nothing else would
 * part it from the words behind it. What could be read as one of these signs has a backslash.
 */

/** The words of a citation between its brackets. */
export function citeWords(cites: readonly DraftCite[], keyOf: (cite: DraftCite) => string): string {
  return cites
    .map((cite) => {
      const { prefix = '', locator = '', suffix = '' } = cite;
      const [before, place, after] = [prefix, locator, suffix].map(plain);
      return [before, `@${keyOf(cite)}${place === '' ? '' : `{${place ?? ''}}`}`, after]
        .filter((one) => one !== '')
        .join(' ');
    })
    .join('; ');
}

/** What the words of a citation say; null where they are none, or name something that is not known. */
export function readCiteWords(
  words: string,
  refOf: (key: string) => DraftCite['ref'] | null,
): readonly DraftCite[] | null {
  const cites = splitCites(words).map((one): DraftCite | null => {
    const match = /^((?:[^@\\]|\\[^])*?)(?<![\p{L}\p{N}])@([\p{L}\p{N}_-]+)(?:\{((?:[^}\\]|\\[^])*)\})?([^]*)$/u.exec(
      one,
    );
    const [prefix, key, locator, rest] = [match?.[1] ?? '', match?.[2] ?? '', match?.[3], match?.[4] ?? ''];
    const ref = refOf(key);
    if (match === null || ref === null) return null;
    // Other programs write the locator behind a comma.
    const behind = locator === undefined ? /^\s*,\s*([^]*)$/.exec(rest)?.[1] : undefined;
    const said = { prefix, locator: locator ?? behind ?? '', suffix: behind === undefined ? rest : '' };
    const filled = Object.entries(said).map(([name, text]) => [name, unescaped(text)] as const);
    return { ref, ...Object.fromEntries(filled.filter(([, text]) => text !== '')) };
  });
  return cites.every((cite) => cite !== null) ? cites : null;
}

function plain(text: string): string {
  return text
    .replaceAll('\0', '\ufffd')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]{}@;,|]/g, '\\$&');
}

function unescaped(text: string): string {
  return text.trim().replace(/\\([^])/g, '$1');
}

function splitCites(words: string): readonly string[] {
  return words.match(/(?:[^;\\]|\\[^])+/g) ?? [];
}
