import { attribute, isHidden } from '../../imports/index.ts';
import { linkAddress } from '../html/addresses.ts';
import { elementsIn, isElement, isText, parsePage, textIn } from '../html/tree.ts';
import type { Element, Node } from '../html/tree.ts';
import { emptyElements, isHarmless, isPictureData, shownElements, silentElements } from './allowed.ts';

/** Browsers flatten what nests deeper than 512 elements; above that the tree would not be the one that was looked at. */
const deepest = 400;

/** Markup that is not the same when it is read again is written again, so often at most. */
const rounds = 8;

export interface SanitiseOptions {
  /** A picture that was saved with the page, as a `data:` address; '' for none. Pictures are never fetched. */
  readonly picture?: (address: string) => string;
}

/**
 * A page that can only be looked at: an allow-list of elements and attributes, links that open elsewhere, pictures that are part of the
 * page. No scripts, styles, forms, frames, objects, refreshes or foreign markup are left, and nothing is loaded. The result read by
 * a browser is the tree that was looked at here; '' where a page nests too deeply or has too many parts.
 */
export function sanitiseHtml(html: string, options: SanitiseOptions = {}): string {
  let clean = once(html, options);
  for (let round = 0; round < rounds && clean !== ''; round += 1) {
    const again = once(clean, {});
    if (again === clean) return clean;
    clean = again;
  }
  return '';
}

function once(html: string, { picture = () => '' }: SanitiseOptions): string {
  const page = parsePage(html);
  if (page === null) return '';
  const root = page.childNodes.find(isElement);
  const title = [...elementsIn(page)].find(({ tagName, namespaceURI }) => tagName === 'title' && isHtml(namespaceURI));
  const out: string[] = ['<!DOCTYPE html><html', ...(root ? attributesOf(root, ['lang', 'dir']) : []), '>'];
  out.push(
    '<head><meta charset="utf-8"><title>',
    escaped(title === undefined ? '' : textIn(title)),
    '</title></head><body>',
  );
  for (const child of root?.childNodes ?? []) {
    if (isElement(child) && child.tagName === 'body') for (const node of child.childNodes) put(node, out, picture, 0);
  }
  out.push('</body></html>');
  return out.join('');
}

function put(node: Node, out: string[], picture: (address: string) => string, depth: number): void {
  if (isText(node)) {
    out.push(escaped(node.value));
    return;
  }
  if (!isElement(node) || !isHtml(node.namespaceURI) || silentElements.has(node.tagName) || isHidden(node)) return;
  const { tagName } = node;
  const isShown = shownElements.has(tagName) && depth < deepest;
  if (isShown) out.push('<', tagName, ...attributesOf(node), ...addressOf(node, picture), '>');
  if (emptyElements.has(tagName)) return;
  // The parser drops the first line break of a `pre`.
  if (isShown && tagName === 'pre' && startsWithBreak(node)) out.push('\n');
  for (const child of node.childNodes) put(child, out, picture, isShown ? depth + 1 : depth);
  if (isShown) out.push('</', tagName, '>');
}

function startsWithBreak({ childNodes: [first] }: Element): boolean {
  return first !== undefined && isText(first) && first.value.startsWith('\n');
}

function attributesOf(element: Element, only?: readonly string[]): string[] {
  return element.attrs
    .filter(({ name, prefix }) => prefix === undefined && isHarmless(element.tagName, name))
    .filter(({ name }) => only === undefined || only.includes(name))
    .map(({ name, value }) => ` ${name}="${escaped(value)}"`);
}

/** The one address of an element that is kept: where a link leads, what a picture is. */
function addressOf(element: Element, picture: (address: string) => string): string[] {
  if (element.tagName === 'a') return linkOf(attribute(element, 'href')?.trim() ?? '');
  if (element.tagName !== 'img') return [];
  const source = attribute(element, 'src')?.trim() ?? '';
  const data = isPictureData(source) ? source : picture(source);
  return isPictureData(data) ? [` src="${escaped(data)}"`] : [];
}

/** In a frame that may not open windows, a link to elsewhere does nothing; one within the page leads there. */
function linkOf(href: string): string[] {
  if (href.startsWith('#')) return [` href="${escaped(href)}"`];
  const address = linkAddress(href, '');
  return address === '' ? [] : [` href="${escaped(address)}" target="_blank" rel="noopener noreferrer nofollow"`];
}

function isHtml(namespace: string): boolean {
  return namespace === 'http://www.w3.org/1999/xhtml';
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\u00a0', '&nbsp;')
    .replaceAll('\r', '&#13;');
}
