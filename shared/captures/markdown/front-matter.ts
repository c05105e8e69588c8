import { plainDate } from '../plain-date.ts';
import type { Detected } from '../reading.ts';
import { webAddress } from '../html/addresses.ts';

/** A Markdown file's body, and what the properties above it say. */
export interface FrontMatter {
  readonly body: string;
  readonly said: Partial<Detected>;
}

/** More than any file has above its text. */
const longest = 64 * 1024;

/** Takes the block of properties (`---`, YAML of one level; `+++`, TOML of one) off a Markdown text. */
export function takeFrontMatter(text: string): FrontMatter {
  const head = text.slice(0, longest);
  const block = /^(---|\+\+\+)[ \t]*\n([^]*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|$)/.exec(head);
  if (block === null) return { body: text, said: {} };
  const values = propertiesOf(block[2] ?? '');
  const first = (...keys: readonly string[]): string =>
    keys.map((key) => values.get(key)?.[0] ?? '').find((value) => value !== '') ?? '';
  const authors = ['authors', 'author', 'by', 'creator']
    .map((key) => values.get(key) ?? [])
    .find((list) => list.length > 0);
  return {
    body: text.slice(block[0].length),
    said: {
      title: first('title'),
      authors: authors ? [...authors] : [],
      publisher: first('publisher', 'publication', 'site', 'journal'),
      published: plainDate(first('date', 'published', 'publishdate', 'created')),
      accessed: plainDate(first('accessed', 'date_saved', 'saved', 'clipped')),
      address: webAddress(first('url', 'source', 'link', 'canonical', 'address'), ''),
      language: first('lang', 'language'),
    },
  };
}

/** `key: value`, `key: [a, b]`, and `key:` with items in lines below it. */
function propertiesOf(block: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  let open: string[] | null = null;
  for (const line of block.split('\n')) {
    const item = /^\s*-\s+(.*)$/.exec(line)?.[1];
    if (item !== undefined) {
      // "- name: Mara Lind" is a person as some programs write them.
      open?.push(unquoted(item.replace(/^name\s*:\s*/, '')));
      continue;
    }
    const [, key, value = ''] = /^([\w-]+)\s*[:=]\s*(.*)$/.exec(line) ?? [];
    if (key === undefined) continue;
    open = listOf(value.trim());
    values.set(key.toLowerCase(), open);
  }
  return values;
}

function listOf(value: string): string[] {
  const inner = /^\[(.*)\]$/.exec(value)?.[1];
  const items = inner === undefined ? [value] : inner.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  return items.map(unquoted).filter((item) => item !== '');
}

function unquoted(value: string): string {
  const text = value.trim();
  return /^(["'])(.*)\1$/.exec(text)?.[2] ?? text;
}
