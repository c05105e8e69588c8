import {
  $getAnchorAndFocusForUserState,
  createBindingV2__EXPERIMENTAL,
  syncLexicalUpdateToYjsV2__EXPERIMENTAL,
  syncYjsChangesToLexicalV2__EXPERIMENTAL,
  syncYjsStateToLexicalV2__EXPERIMENTAL,
} from '@lexical/yjs';
import type { BindingV2, Provider } from '@lexical/yjs';
import {
  $createParagraphNode,
  $createRangeSelection,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $setSelection,
  COLLABORATION_TAG,
  HISTORIC_TAG,
  SKIP_COLLAB_TAG,
} from 'lexical';
import type { EditorState, LexicalEditor, NodeKey } from 'lexical';
import * as Y from 'yjs';
import { draftRoot } from '../../shared/story/document.ts';
import { unknownDraftElement } from '../../shared/story/reading/draft-blocks.ts';
import { numberItems } from './lists/number-items.ts';
import { mendSplitSigns } from './mend-split-signs.ts';
import { unsharedProperties } from './draft-nodes.ts';
import { localCaret } from './local-caret.ts';
import type { CaretEnds } from './local-caret.ts';

/** The origin of what a person types into a draft: undo follows it. One per mounted editor. */
export class DraftEdit {}

/** Why an editor can no longer show a draft; the document itself is untouched. */
export type DraftFailure =
  { readonly kind: 'newer'; readonly element: string } | { readonly kind: 'broken'; readonly error: unknown };

/** Finds a caret in the nodes that show the document; null where it is not there. To be called in a read of the editor. */
export type FindCaret = (ends: CaretEnds) => ReturnType<typeof $getAnchorAndFocusForUserState> | null;

export interface DraftBindingOptions {
  readonly onFailure: (failure: DraftFailure) => void;
  /** Told where this person's caret is in terms of the document. */
  readonly onCaret?: (at: CaretEnds | null) => void;
  /** Given the way to find somebody else's caret. */
  readonly onBound?: (find: FindCaret) => void;
}

/**
 * Binds an editor to a draft's document until the returned function is called. The document is the truth: it is shown as
 * it is at binding time, and neither opening a draft nor receiving somebody else's edit ever writes to it. An empty
 * document is shown as one empty paragraph, which is stored with the first letter.
 */
export function bindDraft(
  editor: LexicalEditor,
  doc: Y.Doc,
  { onFailure, onCaret, onBound }: DraftBindingOptions,
): () => void {
  const root = draftRoot(doc);
  const edit = new DraftEdit();
  const caret = localCaret(doc.clientID, onCaret);
  let stopped = false;
  const stop = (): void => {
    if (stopped) return;
    stopped = true;
    stopUpdates();
    // As where it is registered.
    root.unobserveDeep(observe as Parameters<typeof root.observeDeep>[0]);
  };
  const fail = (failure: DraftFailure): void => {
    stop();
    onFailure(failure);
  };
  const binding = createBindingV2__EXPERIMENTAL(editor, doc.guid, doc, new Map(), {
    getXmlElement: draftRoot,
    excludedProperties: unsharedProperties,
  });

  const stopUpdates = editor.registerUpdateListener((update) => {
    const { tags, normalizedNodes } = update;
    if (stopped || tags.has(SKIP_COLLAB_TAG)) return;
    if (tags.has(COLLABORATION_TAG) || tags.has(HISTORIC_TAG)) {
      // What came from the document is not written back, even where the editor joined texts that lie apart there: it only
      // forgets which is which, and the next edit of that paragraph finds out.
      for (const key of normalizedNodes) binding.mapping.deleteNode(key);
      numberItems(editor, update.editorState, update.dirtyElements.keys());
      return;
    }
    if (root.length === 0 && isBlank(update.editorState)) return;
    // The outermost transaction's origin is the one that counts, so this one is ours and not the binding's.
    doc.transact(() => {
      syncLexicalUpdateToYjsV2__EXPERIMENTAL(
        binding,
        caret,
        update.prevEditorState,
        update.editorState,
        update.dirtyElements,
        update.dirtyLeaves,
        normalizedNodes,
        tags,
      );
      mendSplitSigns(binding, update.editorState, update.dirtyLeaves);
    }, edit);
    if (root.length === 0) showBlank(editor);
  });

  const observe = (events: Y.YEvent<Y.XmlElement | Y.XmlText>[], transaction: Y.Transaction): void => {
    if (transaction.origin === edit) return;
    const unknown = unknownIn(events);
    if (unknown !== null) return fail({ kind: 'newer', element: unknown });
    const isUndo = transaction.origin instanceof Y.UndoManager;
    const followed = succeeds(() => {
      syncYjsChangesToLexicalV2__EXPERIMENTAL(binding, caret, events, transaction, isUndo);
      if (root.length === 0) showBlank(editor);
    });
    if (!followed || !isAllShown(binding, events)) show();
  };
  const show = (): void => {
    try {
      showDocument(editor, binding, caret);
    } catch (error) {
      fail({ kind: 'broken', error });
    }
  };
  // Yjs types its deep events loosely; these are what a tree of XML types sends.
  root.observeDeep(observe as Parameters<typeof root.observeDeep>[0]);

  const unknown = unknownDraftElement(root);
  if (unknown !== null) fail({ kind: 'newer', element: unknown });
  else show();
  onBound?.(({ anchor, focus }) => {
    const state = { anchorPos: anchor, focusPos: focus, awarenessData: {}, color: '', focusing: true, name: '' };
    return stopped ? null : $getAnchorAndFocusForUserState(binding, state);
  });
  return stop;
}

/** Shows the document anew, with the caret where it was in the text. */
function showDocument(editor: LexicalEditor, binding: BindingV2, caret: Provider): void {
  if (binding.root.length === 0) return showBlank(editor);
  const hadCaret = editor.getEditorState().read(() => $getSelection() !== null);
  // A selection in nodes that are about to go would make Lexical give up.
  editor.update(() => $setSelection(null), { discrete: true, tag: SKIP_COLLAB_TAG });
  syncYjsStateToLexicalV2__EXPERIMENTAL(binding, caret);
  const state = caret.awareness.getLocalState();
  if (!hadCaret || state === null) return;
  editor.update(
    () => {
      const { anchorKey, anchorOffset, focusKey, focusOffset } = $getAnchorAndFocusForUserState(binding, state);
      if (anchorKey === null || focusKey === null) return;
      const selection = $createRangeSelection();
      selection.anchor.set(anchorKey, anchorOffset, pointType(anchorKey));
      selection.focus.set(focusKey, focusOffset, pointType(focusKey));
      $setSelection(selection);
    },
    { discrete: true, tag: SKIP_COLLAB_TAG },
  );
}

function pointType(key: NodeKey): 'element' | 'text' {
  return $isElementNode($getNodeByKey(key)) ? 'element' : 'text';
}

/** Whether the work was done without an error. Whoever asks does it another way if not. */
function succeeds(work: () => void): boolean {
  try {
    work();
    return true;
  } catch {
    return false;
  }
}

/** Shows one empty paragraph, at once: the binding would add one later, in a moment in which nobody could type. */
function showBlank(editor: LexicalEditor): void {
  editor.update(
    () => {
      const hadCaret = $getSelection() !== null;
      const paragraph = $createParagraphNode();
      $getRoot().clear().append(paragraph);
      if (hadCaret) paragraph.select();
    },
    { discrete: true, tag: SKIP_COLLAB_TAG },
  );
}

/**
 * Whether everything that was touched is on the page. A list or link that two people emptied between them stays in the
 * document, but Lexical removes it from the page by itself and would then miss what is put into it later.
 */
function isAllShown(binding: BindingV2, events: readonly Y.YEvent<Y.XmlElement | Y.XmlText>[]): boolean {
  return binding.editor.getEditorState().read(() =>
    events.every(({ target }) => {
      const element = target instanceof Y.XmlElement ? target : target.parent;
      if (!(element instanceof Y.XmlElement) || element._item?.deleted === true) return true;
      return binding.mapping.get(element)?.isAttached() === true;
    }),
  );
}

/** The first element among what a transaction brought that only a newer version understands. */
function unknownIn(events: readonly Y.YEvent<Y.XmlElement | Y.XmlText>[]): string | null {
  for (const { target, changes } of events) {
    if (target instanceof Y.XmlText) {
      const unknown = unknownDraftElement(target);
      if (unknown !== null) return unknown;
      continue;
    }
    for (const { content } of changes.added) {
      if (!(content instanceof Y.ContentType)) continue;
      const { type } = content;
      const unknown = type instanceof Y.XmlElement || type instanceof Y.XmlText ? unknownDraftElement(type) : null;
      if (unknown !== null) return unknown;
    }
  }
  return null;
}

/** Whether the editor shows nothing but the empty paragraph that stands for an empty document. */
function isBlank(state: EditorState): boolean {
  return state.read(() => {
    const root = $getRoot();
    const first = root.getFirstChild();
    return root.getChildrenSize() <= 1 && (first === null || ($isParagraphNode(first) && first.isEmpty()));
  });
}
