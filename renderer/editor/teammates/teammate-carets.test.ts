import { afterEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { createEditor } from 'lexical';
import { draftRoot } from '../../../shared/story/document.ts';
import type { DraftCaret, Presence, Teammate } from '../../session/presence.ts';
import { bindDraft } from '../bind-draft.ts';
import { draftNodes } from '../draft-nodes.ts';
import { TeammateCarets } from './teammate-carets.ts';

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

/** What two windows say to each other of their carets. */
function presenceOf(): Presence & { readonly told: (DraftCaret | null)[]; show(teammates: readonly Teammate[]): void } {
  const listeners = new Set<() => void>();
  const told: (DraftCaret | null)[] = [];
  let shown: readonly Teammate[] = [];
  return {
    told,
    show: (teammates) => {
      shown = teammates;
      for (const listener of listeners) listener();
    },
    teammates: () => shown,
    teammatesAt: () => [],
    teammatesIn: () => shown,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tellCaret: (caret) => void told.push(caret),
  };
}

function written(words: string): Y.Doc {
  const doc = new Y.Doc();
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.setAttribute('__type', 'paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  draftRoot(doc).insert(0, [paragraph]);
  return doc;
}

/** A draft on a page, where every line is at the same place: the small DOM has no layout. */
function started(presence: Presence) {
  const doc = written('The reservoir');
  const editor = createEditor({ nodes: draftNodes, onError: (error) => expect(error).toBeNull() });
  const root = document.createElement('div');
  const layer = document.createElement('div');
  document.body.append(root, layer);
  root.contentEditable = 'true';
  editor.setRootElement(root);
  vi.spyOn(Range.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(40, 10, 0, 20));
  const carets = new TeammateCarets('n.draft.one', presence);
  bindDraft(editor, doc, {
    onFailure: (failure) => expect(failure).toBeNull(),
    onCaret: carets.tell,
    onBound: carets.bound,
  });
  return { doc, layer, stop: carets.start(editor, layer) };
}

const teammate = (caret: DraftCaret | null): Teammate => ({
  session: 's1',
  id: 'ab'.repeat(32),
  name: 'Mara',
  colour: 1,
  place: null,
  selection: null,
  caret,
});

const nextFrame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

describe('carets of teammates', () => {
  it('stand where they are, with the name, and go with whoever has them', async () => {
    const presence = presenceOf();
    const { doc, layer, stop } = started(presence);
    const paragraph = draftRoot(doc).get(0);
    const words = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (!(words instanceof Y.XmlText)) throw new Error('There is a paragraph with a text');
    const at: unknown = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(words, 4));
    presence.show([teammate({ docId: 'n.draft.one', anchor: at, focus: at })]);
    await expect.poll(() => layer.textContent).toBe('Mara');
    expect(layer.children[0]).toHaveProperty('style.transform', 'translate(40px, 10px)');
    presence.show([]);
    await expect.poll(() => layer.childElementCount).toBe(0);
    stop();
  });

  it.each([
    ['nothing at all', {}],
    ['an item that is not there', { item: { client: 7, clock: 99 } }],
    ['an item that is no text', { item: { client: 1, clock: 0 }, assoc: -1 }],
    ['a type that is not there', { type: { client: 7, clock: 99 } }],
    ['no object', 'caret'],
  ])('that name %s are not shown, and are no error', async (_what, position) => {
    const presence = presenceOf();
    const { layer, stop } = started(presence);
    presence.show([teammate({ docId: 'n.draft.one', anchor: position, focus: position })]);
    await nextFrame();
    await nextFrame();
    expect(layer.childElementCount).toBe(0);
    stop();
  });

  it('are told of no longer when the draft is closed', () => {
    const presence = presenceOf();
    const { stop } = started(presence);
    stop();
    expect(presence.told.at(-1)).toBeNull();
  });
});
