import * as Y from 'yjs';
import { draftRoot } from '../document.ts';
import { CommandOrigin } from './writer.ts';

type Block = ReturnType<Y.XmlElement['toArray']>[number];

/**
 * Makes the text of a draft what it was in an earlier state of its document. Blocks that are the same at both ends stay, so that
 * what somebody else writes into them meanwhile survives. One transaction.
 */
export function putBackDraftText(doc: Y.Doc, past: Y.Doc): void {
  const [root, earlier] = [draftRoot(doc), draftRoot(past).toArray()];
  const [now, then] = [root.toArray().map(written), earlier.map(written)];
  const shorter = Math.min(now.length, then.length);
  let start = 0;
  while (start < shorter && now[start] === then[start]) start += 1;
  let end = 0;
  while (end < shorter - start && now.at(-1 - end) === then.at(-1 - end)) end += 1;
  if (now.length - start - end === 0 && then.length - start - end === 0) return;
  doc.transact(() => {
    if (now.length - start - end > 0) root.delete(start, now.length - start - end);
    const copies = earlier
      .slice(start, earlier.length - end)
      .filter(isCopied)
      .map(copyOf);
    if (copies.length > 0) root.insert(start, copies);
  }, new CommandOrigin('restore'));
}

/** Everything a block holds, marks included, as text. */
function written(block: Block): string {
  return JSON.stringify(plain(block));
}

function plain(block: Block): unknown {
  // A delta is untyped in Yjs: runs of text with their attributes.
  if (block instanceof Y.XmlText) return [block.getAttributes(), block.toDelta() as unknown];
  if (block instanceof Y.XmlElement) return [block.nodeName, block.getAttributes(), block.toArray().map(plain)];
  return block.hookName;
}

/** Drafts hold no hooks: nobody writes any. */
function isCopied(block: Block): block is Y.XmlElement | Y.XmlText {
  return block instanceof Y.XmlElement || block instanceof Y.XmlText;
}

/** A copy for another document. Yjs's own copy of a text forgets the attributes of the text itself. */
function copyOf(block: Y.XmlElement | Y.XmlText): Y.XmlElement | Y.XmlText {
  if (block instanceof Y.XmlText) {
    const text = new Y.XmlText();
    copyAttributes(block, text);
    // A delta is untyped in Yjs: what one gives, the other takes.
    text.applyDelta(block.toDelta() as unknown[]);
    return text;
  }
  const element = new Y.XmlElement(block.nodeName);
  copyAttributes(block, element);
  element.insert(0, block.toArray().filter(isCopied).map(copyOf));
  return element;
}

function copyAttributes(from: Y.XmlElement | Y.XmlText, to: Y.XmlElement | Y.XmlText): void {
  // Attributes may hold anything another version wrote, whatever Yjs's types say.
  for (const [name, value] of Object.entries<string>(from.getAttributes())) to.setAttribute(name, value);
}
