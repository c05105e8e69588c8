import { attribute } from '../../imports/index.ts';
import { firstOf } from '../detected.ts';
import { plainDate } from '../plain-date.ts';
import type { Detected } from '../reading.ts';
import { webAddress } from './addresses.ts';
import { jsonLdOf } from './json-ld.ts';
import { elementsIn, textIn } from './tree.ts';
import type { Element, Parent } from './tree.ts';

/** What a page says of itself for machines and in its head, the surest first. `address` is where it was fetched from; '' if it was not. */
export function describePage(root: Parent, html: string, address: string): Detected {
  const elements = [...elementsIn(root)];
  const meta = metaOf(elements);
  const first = (...names: readonly string[]): string =>
    names.map((name) => meta.get(name)?.[0] ?? '').find(isSaid) ?? '';
  const all = (...names: readonly string[]): readonly string[] =>
    names.map((name) => meta.get(name) ?? []).find((values) => values.length > 0) ?? [];
  const dates = [...all('citation_publication_date'), ...all('citation_date'), ...all('citation_online_date')];
  const people = all('author', 'parsely-author', 'article:author').filter((name) => !/^https?:/i.test(name));
  const citation: Partial<Detected> = {
    title: first('citation_title'),
    authors: all('citation_author').map(givenNameFirst),
    publisher: first('citation_journal_title', 'citation_publisher', 'citation_technical_report_institution'),
    published: dates.map(plainDate).find(isSaid) ?? '',
    language: first('citation_language'),
  };
  const heads: Partial<Detected> = {
    title: first('og:title', 'dc.title', 'dcterms.title', 'twitter:title'),
    authors: [...all('dc.creator', 'dcterms.creator', 'dc.contributor')],
    publisher: first('og:site_name', 'dc.publisher', 'dcterms.publisher', 'application-name'),
    published:
      all(...dateNames)
        .map(plainDate)
        .find(isSaid) ?? '',
  };
  const shown: Partial<Detected> = {
    title: onlyHeading(elements) || titleOf(elements),
    authors: people.flatMap(severalNames).concat(people.length > 0 ? [] : markedAuthors(elements)),
    published: timeOf(elements),
    language: first('content-language', 'language', 'og:locale'),
  };
  const base = address || savedFrom(html);
  const said = firstOf([citation, jsonLdOf(root), heads, shown]);
  const lang = elements.find(({ tagName }) => tagName === 'html');
  return tidy({
    ...said,
    language: languageTag((lang && (attribute(lang, 'lang') ?? attribute(lang, 'xml:lang'))) || said.language),
    address: addressOf([canonical(elements), first('og:url'), said.address], base),
  });
}

const dateNames = [
  'article:published_time',
  'og:published_time',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'dc.date.created',
  'parsely-pub-date',
  'sailthru.date',
  'publish-date',
  'publication_date',
  'pubdate',
  'date',
];

const isSaid = (value: string): boolean => value !== '';

/** The contents of `meta` elements by name, in small letters. */
function metaOf(elements: readonly Element[]): ReadonlyMap<string, readonly string[]> {
  const meta = new Map<string, string[]>();
  for (const element of elements) {
    if (element.tagName !== 'meta') continue;
    const content = attribute(element, 'content')?.trim() ?? '';
    const names = ['name', 'property', 'http-equiv', 'itemprop'].map((key) => attribute(element, key)?.toLowerCase());
    const name = names.find((one) => one !== undefined);
    if (content === '' || name === undefined) continue;
    meta.set(name, [...(meta.get(name) ?? []), content]);
  }
  return meta;
}

function titleOf(elements: readonly Element[]): string {
  const title = elements.find(({ tagName }) => tagName === 'title');
  return title === undefined ? '' : textIn(title);
}

function onlyHeading(elements: readonly Element[]): string {
  const [first, ...others] = elements
    .filter(({ tagName }) => tagName === 'h1')
    .map(textIn)
    .filter(isSaid);
  return others.length === 0 ? (first ?? '') : '';
}

function markedAuthors(elements: readonly Element[]): readonly string[] {
  const marked = elements.filter(
    (element) => attribute(element, 'rel') === 'author' || attribute(element, 'itemprop') === 'author',
  );
  const names = marked.map((element) => textIn(element).replace(/^by\s+/i, '')).filter((name) => name.length < 100);
  return [...new Set(names.filter(isSaid))];
}

/** The time that is marked as that of publication, else the first on the page. */
function timeOf(elements: readonly Element[]): string {
  const times = elements.filter(
    (element) => element.tagName === 'time' || attribute(element, 'itemprop') === 'datePublished',
  );
  const sure = times.filter(
    (time) => attribute(time, 'pubdate') !== undefined || attribute(time, 'itemprop') === 'datePublished',
  );
  const said = [...sure, ...times].map((time) => plainDate(attribute(time, 'datetime') ?? textIn(time)));
  return said.find(isSaid) ?? '';
}

function canonical(elements: readonly Element[]): string {
  const link = elements.find((one) => one.tagName === 'link' && /\bcanonical\b/i.test(attribute(one, 'rel') ?? ''));
  return (link && attribute(link, 'href')) ?? '';
}

/** Browsers write where a page was saved from into its first lines. */
function savedFrom(html: string): string {
  const saved = /<!-- saved from url=\(\d+\)(\S+) -->/.exec(html.slice(0, 4096))?.[1];
  const single = /<!--\s*\n?\s*Page saved with SingleFile\s*\n\s*url:\s*(\S+)/.exec(html.slice(0, 4096))?.[1];
  return webAddress(saved ?? single ?? '', '');
}

/** A page names its own address; one of another host than it came from is not believed. */
function addressOf(claims: readonly string[], base: string): string {
  const host = base === '' ? '' : new URL(base).host;
  const whole = claims.map((claim) => webAddress(claim, base)).filter(isSaid);
  return whole.find((claim) => host === '' || new URL(claim).host === host) ?? base;
}

function languageTag(raw: string): string {
  try {
    return Intl.getCanonicalLocales(raw.trim().replaceAll('_', '-'))[0] ?? '';
  } catch {
    return '';
  }
}

/** "Lind, Mara" as "Mara Lind". */
function givenNameFirst(name: string): string {
  const [, family, given] = /^([^,]+),\s*([^,]+)$/.exec(name) ?? [];
  return family === undefined || given === undefined ? name : `${given.trim()} ${family.trim()}`;
}

function severalNames(names: string): readonly string[] {
  return names
    .replace(/^by\s+/i, '')
    .split(/\s*;\s*|\s*,\s*(?=\p{Lu}\S*\s)|\s+and\s+(?=\p{Lu})/u)
    .filter(isSaid);
}

/** What is shown on one line: no line breaks, no half characters, of a length that fits. */
function tidy(detected: Detected): Detected {
  const line = (text: string): string =>
    text
      .replace(/\p{Surrogate}/gu, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 500);
  return {
    ...detected,
    title: line(detected.title),
    authors: [...new Set(detected.authors.map(line).filter(isSaid))].slice(0, 100),
    publisher: line(detected.publisher),
  };
}
