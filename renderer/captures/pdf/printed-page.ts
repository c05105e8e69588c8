import type { PDFDocumentProxy, PDFPageProxy, PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { TextItem } from '../pdf-files/text-items.ts';
import { placeOf } from './words-on-page.ts';
import type { ToDrawn } from './words-on-page.ts';

/** A run of a page's text and where it stands, in points from the upper left of the page as it is drawn. */
export interface PrintedWords {
  readonly text: string;
  /** Whether a space or the end of a line comes before it: a ligature or a number is a run within a word. */
  readonly isApart: boolean;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Degrees, clockwise. */
  readonly turn: number;
}

/** A paragraph, a heading, an item of a list … and its words. What the structure leaves out, such as running heads, is in none. */
export interface PrintedBlock {
  /** From 1; 0 for what is no heading. */
  readonly heading: number;
  readonly words: readonly PrintedWords[];
}

/** A part of a page that leads to another page (from 1) or out of the document. Points from the upper left. */
export interface PrintedLink {
  readonly target: { readonly page: number } | { readonly address: string };
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** From a place on the page as the file has it to one as it is drawn. */
export function toDrawn(viewport: PageViewport): ToDrawn {
  return (x, y) => {
    // Two numbers, in the place of which the library's types have anything.
    const [left = 0, top = 0] = viewport.convertToViewportPoint(x, y) as number[];
    return [left, top];
  };
}

/** The blocks of a page's text. */
export async function blocksOn(page: PDFPageProxy): Promise<readonly PrintedBlock[]> {
  const viewport = page.getViewport({ scale: 1 });
  const [tree, { items }] = await Promise.all([
    page.getStructTree() as Promise<StructNode | null>, // the shape that its documentation gives
    page.getTextContent({ includeMarkedContent: true }),
  ]);
  const blocks: Block[] = [];
  const byContent = new Map<string, Block>();
  if (tree !== null) gather(tree, null, blocks, byContent);
  let open: (string | null)[] = [];
  let isApart = false;
  // pdf.js tells text and marks of the structure apart by nothing else.
  for (const item of items as readonly (TextItem | Mark)[]) {
    if ('str' in item) {
      const id = open.findLast((one) => one !== null);
      const block = id === undefined || id === null ? undefined : byContent.get(id);
      if (item.str.trim() !== '') {
        const place = placeOf(item, toDrawn(viewport));
        block?.words.push({ text: item.str, isApart: isApart && block.words.length > 0, ...place });
        isApart = false;
      }
      if (item.hasEOL || (item.str !== '' && item.str.trim() === '')) isApart = true;
    } else if (item.type === 'endMarkedContent') open = open.slice(0, -1);
    else open.push(item.id ?? null);
  }
  return blocks.filter(({ words }) => words.length > 0);
}

interface Block extends PrintedBlock {
  readonly words: PrintedWords[];
}

interface Mark {
  readonly type: string;
  readonly id?: string | null;
}

interface StructNode {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructNode[];
}

/** What stands in a line of its own. */
const blockRoles = /^(?:P|H[1-6]?|LBody|Lbl|TH|TD|Caption|BlockQuote|Note)$/;

function gather(node: StructNode, around: Block | null, blocks: Block[], byContent: Map<string, Block>): void {
  const level = /^H([1-6])$/.exec(node.role ?? '')?.[1];
  let block = around;
  if (blockRoles.test(node.role ?? '') && around?.heading !== Number(level ?? 0)) {
    block = { heading: Number(level ?? 0), words: [] };
    blocks.push(block);
  }
  if (node.type === 'content' && node.id !== undefined) {
    if (block === null) {
      block = { heading: 0, words: [] };
      blocks.push(block);
    }
    byContent.set(node.id, block);
  }
  for (const child of node.children ?? []) gather(child, block, blocks, byContent);
}

/** What on a page leads elsewhere. */
export async function linksOn(document: PDFDocumentProxy, page: PDFPageProxy): Promise<readonly PrintedLink[]> {
  const place = toDrawn(page.getViewport({ scale: 1 }));
  const notes = (await page.getAnnotations()) as readonly Annotation[]; // the shape that its documentation gives
  const links = await Promise.all(
    notes.map(async ({ subtype, rect: [x1, y1, x2, y2], url, dest }): Promise<PrintedLink | null> => {
      if (subtype !== 'Link') return null;
      const number = url === undefined ? await pageOfPlace(document, dest ?? null) : null;
      const target = url === undefined ? (number === null ? null : { page: number }) : { address: url };
      if (target === null) return null;
      const [left, top] = place(Math.min(x1, x2), Math.max(y1, y2));
      return { target, left, top, width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) };
    }),
  );
  return links.filter((link) => link !== null);
}

interface Annotation {
  readonly subtype: string;
  readonly rect: readonly [number, number, number, number];
  readonly url?: string;
  readonly dest?: string | readonly unknown[] | null;
}

/** The page of a place in the document, from 1; null where it leads nowhere. */
export async function pageOfPlace(
  document: PDFDocumentProxy,
  dest: string | readonly unknown[] | null,
): Promise<number | null> {
  const place: readonly unknown[] | null = typeof dest === 'string' ? await document.getDestination(dest) : dest;
  const page = place?.[0];
  if (typeof page === 'number') return page + 1;
  if (!isPageRef(page)) return null;
  return (await document.getPageIndex(page).catch(() => -1)) + 1 || null;
}

function isPageRef(value: unknown): value is { readonly num: number; readonly gen: number } {
  return typeof value === 'object' && value !== null && 'num' in value && 'gen' in value;
}
