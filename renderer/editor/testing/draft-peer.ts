import { createHeadlessEditor } from '@lexical/headless';
import { mergeRegister } from 'lexical';
import type { LexicalEditor } from 'lexical';
import * as Y from 'yjs';
import { draftRoot } from '../../../shared/story/document.ts';
import { bindDraft, DraftEdit } from '../bind-draft.ts';
import { mendUndo } from '../mend-redone.ts';
import type { DraftFailure } from '../bind-draft.ts';
import { draftNodes } from '../draft-nodes.ts';
import { registerTableRules } from '../tables/register-tables.ts';

/** One person's device: a draft's document, an editor without a window bound to it, and this person's undo. */
export interface DraftPeer {
  readonly doc: Y.Doc;
  readonly undo: Y.UndoManager;
  editor: LexicalEditor;
  readonly failures: DraftFailure[];
  /** Takes the editor away and puts a new one there, as closing and opening the draft does. */
  remount(): void;
  unmount(): void;
  /** Runs one edit to its end, as a key press does. */
  edit(change: () => void): void;
}

/** A device of its own, at first with a copy of another's draft. */
export function draftPeer(from?: Y.Doc): DraftPeer {
  const doc = new Y.Doc({ guid: 'notebook.draft.one' });
  if (from !== undefined) Y.applyUpdate(doc, Y.encodeStateAsUpdate(from), 'remote');
  const undo = new Y.UndoManager(draftRoot(doc), { trackedOrigins: new Set([DraftEdit]), captureTimeout: 0 });
  mendUndo(doc);
  const failures: DraftFailure[] = [];
  let stop = (): void => undefined;
  const mount = (): LexicalEditor => {
    const editor = createHeadlessEditor({
      nodes: draftNodes,
      onError: (error) => {
        throw error;
      },
    });
    stop = mergeRegister(
      registerTableRules(editor),
      bindDraft(editor, doc, { onFailure: (failure) => failures.push(failure) }),
    );
    return editor;
  };
  const peer: DraftPeer = {
    doc,
    undo,
    failures,
    editor: mount(),
    remount() {
      stop();
      peer.editor = mount();
    },
    unmount: () => stop(),
    edit: (change) => peer.editor.update(change, { discrete: true }),
  };
  return peer;
}

/** The editor's content as plain data, without what is only a device's own. */
export function shown(peer: DraftPeer): unknown {
  const { root } = peer.editor.getEditorState().toJSON();
  return withoutLocal(root);
}

const local = new Set([
  'value',
  'textFormat',
  'textStyle',
  'direction',
  'format$',
  'indent',
  'style',
  'start',
  'detail',
]);

function withoutLocal(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutLocal);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => !local.has(key))
      .map(([key, value]) => [key, withoutLocal(value)]),
  );
}
