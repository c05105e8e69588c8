/** Forms that sources are exchanged in. */
export const referenceFormats = ['csl', 'ris', 'bibtex'] as const;
export type ReferenceFormat = (typeof referenceFormats)[number];

/** What is exchanged with other programs: annotations as JSON-LD, sources in the others. */
export const interchangeFormats = ['jsonld', ...referenceFormats] as const;
export type InterchangeFormat = (typeof interchangeFormats)[number];

/** What each is called, and how its files end. */
export const formatWords: Readonly<Record<InterchangeFormat, { readonly name: string; readonly ending: string }>> = {
  jsonld: { name: 'Web Annotations (JSON-LD)', ending: 'jsonld' },
  csl: { name: 'CSL-JSON', ending: 'json' },
  ris: { name: 'RIS', ending: 'ris' },
  bibtex: { name: 'BibTeX', ending: 'bib' },
};

/** Characters at the start of a file by which its form is known. */
const head = 16_384;

/**
 * The form of a file, by what it begins with; its ending decides only where that says nothing. Null where it is none of them: a story page
 * that mentions `@misc{` is no BibTeX, and Story JSON no CSL-JSON.
 */
export function formatOf(text: string, name: string): InterchangeFormat | null {
  const start = text.slice(0, head).replace(/^\ufeff/, '');
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (/^\s*[[{]/.test(start)) return jsonFormat(start, ending);
  if (/^\s*(?:[A-Z][A-Z0-9] {1,3}-.*\n)*?\s*TY {1,3}- ?[A-Z]/.test(start) || ending === 'ris') return 'ris';
  if (ending === 'bib' || ending === 'bibtex') return 'bibtex';
  return /^(?:\s*%.*\n|\s)*@[A-Za-z]+\s*[{(]/.test(start) ? 'bibtex' : null;
}

function jsonFormat(start: string, ending: string): InterchangeFormat | null {
  if (/www\.w3\.org\/ns\/anno|"(?:@?type)"\s*:\s*\[?\s*"(?:oa:)?Annotation(?:Collection|Page)?"/.test(start))
    return 'jsonld';
  if (ending === 'jsonld') return 'jsonld';
  if (/^\s*\[\s*\]\s*$/.test(start)) return 'csl';
  const isList = /^\s*(?:\{\s*"items"\s*:\s*)?\[\s*\{/.test(start);
  const isItem = /"type"\s*:\s*"[a-z_-]+"/.test(start);
  const hasVariables = /"(?:issued|author|container-title|DOI|URL|title|citation-key|id)"\s*:/.test(start);
  if (isList && hasVariables) return 'csl';
  return isItem &&
    /"(?:issued|container-title|citation-key|DOI|URL)"\s*:/.test(start) &&
    !/"(?:events|people|capturedOn)"\s*:/.test(start)
    ? 'csl'
    : null;
}
