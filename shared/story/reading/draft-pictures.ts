import * as Y from 'yjs';
import { draftRoot } from '../document.ts';
import { imageOf } from './draft-attributes.ts';

/**
 * The SHA-256 of every picture in a draft's document, each once, those in tables and in what only a newer version understands too: the files
 * that the draft needs. Never throws, never writes.
 */
export function draftPictures(doc: Y.Doc): readonly string[] {
  return [...new Set(picturesIn(draftRoot(doc)))].filter((sha256) => sha256 !== '');
}

function picturesIn(within: Y.XmlElement): readonly string[] {
  return within.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return [];
    return child.nodeName === 'image' ? [imageOf(child).sha256] : picturesIn(child);
  });
}
