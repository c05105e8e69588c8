/** What stands before a text for other programs: "---", lines of YAML, "---". */
export interface FrontMatter {
  /** Its `title`; '' where it has none. */
  readonly title: string;
  /** Its other lines as they are; '' where there are none. */
  readonly others: string;
  /** The text below. */
  readonly body: string;
}

/** Parts what Jekyll, Hugo, Obsidian and Pandoc put before a text from the text: read as Markdown it would be a heading. */
export function takeFrontMatter(text: string): FrontMatter {
  const [whole = '', yaml = ''] = /^---[ \t]*\n([^]*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(text) ?? [];
  const lines = yaml.split('\n');
  // Between two dividing lines, words may stand as well.
  const isYaml = /^[\w-]+:(?:\s|$)/.test(yaml) && lines.every((line) => /^(?:[\w-]+:(?:\s|$)|\s|#|-\s|$)/.test(line));
  if (whole === '' || !isYaml) return { title: '', others: '', body: text };
  const at = lines.findIndex((line) => /^title:[ \t]+[^\s|>[{&*!]/.test(line));
  const title = lines[at]?.slice('title:'.length).trim() ?? '';
  const others = lines.filter((line, index) => index !== at && line.trim() !== '').join('\n');
  return { title: unquoted(title), others, body: text.slice(whole.length) };
}

function unquoted(value: string): string {
  if (/^'.*'$/.test(value)) return value.slice(1, -1).replaceAll("''", "'");
  return /^".*"$/.test(value) ? value.slice(1, -1).replace(/\\(["\\])/g, '$1') : value;
}
