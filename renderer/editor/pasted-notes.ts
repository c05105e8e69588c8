import { defaultTreeAdapter } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { attribute } from './tables/html-table.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/**
 * Footnotes and endnotes as Word and LibreOffice put them on the clipboard: a link at the sign, and the words in a block of
 * their own at the end, which begins with a link back.
 */
export interface PastedNotes {
  /** The block with the words of the note whose sign this is; null where it is no sign, or has no words. */
  wordsOf(sign: Element): Element | null;
  /** Whether this is left out where it stands: the block of a note, and the link back in it. */
  isApart(element: Element): boolean;
}

/** Finds the notes of a page. */
export function notesOf(page: Node): PastedNotes {
  const blocks = new Map<string, Element>();
  const signs = new Set<string>();
  collect(page, blocks, signs);
  // Words that no sign leads to stay where they are.
  const isNote = (name: string): boolean => blocks.has(name) && signs.has(name);
  return {
    wordsOf: (sign) => blocks.get(signName(sign) ?? '') ?? null,
    isApart: (element) => isNote(blockName(element) ?? '') || isBackLink(element),
  };
}

/** Where the walk through a page ends, in elements within elements: a hostile page has millions. */
const deepest = 400;

function collect(node: Node, blocks: Map<string, Element>, signs: Set<string>, depth = 0): void {
  if (depth > deepest || !('childNodes' in node)) return;
  for (const child of node.childNodes) {
    if (!defaultTreeAdapter.isElementNode(child)) continue;
    const [sign, block] = [signName(child), blockName(child)];
    if (sign !== null) signs.add(sign);
    if (block !== null) blocks.set(block, child);
    collect(child, blocks, signs, depth + 1);
  }
}

/** `ftn1` of Word's `mso-footnote-id:ftn1`, `sdfootnote1` of LibreOffice's `sdfootnote1anc`. */
function signName(element: Element): string | null {
  if (element.tagName !== 'a') return null;
  const word = /mso-(?:foot|end)note-id:\s*([\w-]+)/i.exec(attribute(element, 'style'))?.[1];
  // Word gives the link back the same style; it leads to the sign.
  if (word !== undefined) return /^#.*_(?:ftn|edn)ref/.test(attribute(element, 'href')) ? null : word;
  return /^(sd(?:foot|end)note\d+)anc$/.exec(attribute(element, 'name'))?.[1] ?? null;
}

function blockName(element: Element): string | null {
  const id = attribute(element, 'id');
  if (/mso-element:\s*(?:foot|end)note\s*(?:;|$)/i.test(attribute(element, 'style'))) return id === '' ? null : id;
  return /^sd(?:foot|end)note\d+$/.test(id) ? id : null;
}

function isBackLink(element: Element): boolean {
  return element.tagName === 'a' && /^#(?:.*_(?:ftn|edn)ref|sd(?:foot|end)note\d+anc)/.test(attribute(element, 'href'));
}
