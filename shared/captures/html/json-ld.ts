import type { Detected } from '../reading.ts';
import { plainDate } from '../plain-date.ts';
import { elementsIn, isText } from './tree.ts';
import type { Parent } from './tree.ts';

type Json = Readonly<Record<string, unknown>>;

/** More than any page says of itself; a hostile one is not read on. */
const longestScript = 512 * 1024;
const mostNodes = 2000;

const article = /(?:Article|Posting|Report|Publication|Thesis|Book|Review|Statement)$/;
const page = /(?:WebPage|CreativeWork|Dataset|DigitalDocument)$/;

/** What a page's JSON-LD (schema.org) says of its article. */
export function jsonLdOf(root: Parent): Partial<Detected> {
  const nodes = [...elementsIn(root)]
    .filter(({ tagName, attrs }) => tagName === 'script' && attrs.some(isJsonLd))
    .flatMap((script) => things(script.childNodes.map((child) => (isText(child) ? child.value : '')).join('')));
  const found = nodes.find((node) => article.test(typeOf(node))) ?? nodes.find((node) => page.test(typeOf(node)));
  if (found === undefined) return {};
  const main = found['mainEntityOfPage'];
  return {
    title: words(found['headline']) || words(found['name']),
    authors: list(found['author'] ?? found['creator'])
      .map(nameOf)
      .filter((name) => name !== ''),
    publisher: list(found['publisher']).map(nameOf)[0] ?? '',
    published: plainDate(words(found['datePublished']) || words(found['dateCreated'])),
    address: words(found['url']) || words(main) || (isJson(main) ? words(main['@id']) : ''),
    language: words(found['inLanguage']),
  };
}

function isJsonLd({ name, value }: { readonly name: string; readonly value: string }): boolean {
  return name === 'type' && /^\s*application\/ld\+json\b/i.test(value);
}

/** All objects of a script, whatever they are nested in. */
function things(script: string): Json[] {
  if (script.length > longestScript) return [];
  let value: unknown;
  try {
    value = JSON.parse(script);
  } catch {
    return [];
  }
  const found: Json[] = [];
  const left: unknown[] = [value];
  while (left.length > 0 && found.length < mostNodes) {
    const next = left.shift();
    if (Array.isArray(next)) left.push(...list(next));
    else if (isJson(next)) {
      found.push(next);
      left.push(next['@graph'], next['mainEntity']);
    }
  }
  return found;
}

function nameOf(value: unknown): string {
  const name = isJson(value) ? value['name'] : value;
  const text = words(name);
  return /^https?:/i.test(text) ? '' : text;
}

function typeOf(node: Json): string {
  return (
    list(node['@type'])
      .map(words)
      .find((type) => article.test(type) || page.test(type)) ?? ''
  );
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, 200) : [value];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
