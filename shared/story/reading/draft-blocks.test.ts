import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { countWords, draftText } from '../draft-block.ts';
import { draftRoot } from '../document.ts';
import { readDraftBlocks, unknownDraftElement } from './draft-blocks.ts';

type Child = Y.XmlElement | Y.XmlText;

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): Y.XmlElement {
  const made = new Y.XmlElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.insert(0, [...children]);
  return made;
}

const words = (text: string): Y.XmlText => new Y.XmlText(text);

function documentOf(...blocks: readonly Child[]): Y.Doc {
  const doc = new Y.Doc();
  draftRoot(doc).insert(0, [...blocks]);
  return doc;
}

// What the editor writes is compared with this reading in renderer/editor/bind-draft.test.ts; here is what it never writes.
describe('reading a draft without its editor', () => {
  it('reads an empty document as no blocks, and writes nothing into it', () => {
    const doc = new Y.Doc();
    expect(readDraftBlocks(doc)).toEqual([]);
    expect(Y.encodeStateVector(doc)).toEqual(Y.encodeStateVector(new Y.Doc()));
  });

  it('leaves unsafe links, broken references and nonsense out, and keeps their words', () => {
    const doc = documentOf(
      element(
        'paragraph',
        {},
        element('link', { __url: 'javascript:alert(1)' }, words('press')),
        element('reference', { __kind: '', __title: 'Salvage master' }),
        element('reference', { __kind: 'people', __id: 'p1' }),
      ),
      element('heading', { __tag: 'h9' }, words('Deep')),
      words('loose'),
    );
    expect(readDraftBlocks(doc)).toEqual([
      {
        type: 'paragraph',
        spans: [{ text: 'pressSalvage master' }, { text: '', ref: { kind: 'people', id: 'p1' } }],
      },
      { type: 'heading', level: 3, spans: [{ text: 'Deep' }] },
      { type: 'paragraph', spans: [{ text: 'loose' }] },
    ]);
  });

  it('keeps the words of what only a newer version knows, and names it', () => {
    const cell = element('cell', {}, element('paragraph', {}, words('six days')));
    const doc = documentOf(element('paragraph', {}, words('Before')), element('board', {}, element('row', {}, cell)));
    expect(draftText(readDraftBlocks(doc))).toBe('Before\n\nsix days');
    expect(unknownDraftElement(draftRoot(doc))).toBe('board');
    expect(unknownDraftElement(draftRoot(documentOf(element('quote', {}, words('x')))))).toBeNull();
  });

  it('calls references what their entries are called now', () => {
    const reference = element('reference', { __kind: 'people', __id: 'p1', __title: 'Salvage master' });
    const blocks = readDraftBlocks(documentOf(element('quote', {}, words('So says the '), reference)));
    expect(draftText(blocks)).toBe('So says the Salvage master');
    expect(draftText(blocks, () => 'Captain of the tug')).toBe('So says the Captain of the tug');
  });
});

describe('counting words', () => {
  it.each([
    ['', 0],
    ['one', 1],
    ['9.6 billion dollars a day', 5],
    ['the tug’s captain — in private', 5],
    ['“Delay” is not loss.\n\nMost arrived.', 6],
    ['канал закрыт', 2],
  ])('%j has %i', (text, count) => {
    expect(countWords(text)).toBe(count);
  });
});
