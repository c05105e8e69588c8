import { $isListItemNode, $isListNode } from '@lexical/list';
import { $getNodeByKey, SKIP_COLLAB_TAG } from 'lexical';
import type { EditorState, LexicalEditor, NodeKey } from 'lexical';

/**
 * Numbers the items of lists that came from the document, where numbers are not stored: Lexical itself counts only where somebody types.
 * @param changed the elements of `state` that may be lists whose items have changed
 */
export function numberItems(editor: LexicalEditor, state: EditorState, changed: Iterable<NodeKey>): void {
  const wrong = state.read(() => [...changed].flatMap($wrongNumbers));
  if (wrong.length === 0) return;
  editor.update(
    () => {
      for (const { item, value } of wrong) {
        const node = $getNodeByKey(item);
        if ($isListItemNode(node)) node.setValue(value);
      }
    },
    // A number is nothing that is written back. At once: put off, this would take what is typed next with it.
    { tag: SKIP_COLLAB_TAG, skipTransforms: true, discrete: true },
  );
}

/** The items of a list that do not count on from the one before; an item that only holds a deeper list has no number of its own. */
function $wrongNumbers(list: NodeKey): readonly { readonly item: NodeKey; readonly value: number }[] {
  const node = $getNodeByKey(list);
  if (!$isListNode(node)) return [];
  let value = node.getStart();
  return node.getChildren().flatMap((item) => {
    if (!$isListItemNode(item)) return [];
    const wrong = item.getValue() === value ? [] : [{ item: item.getKey(), value }];
    if (!$isListNode(item.getFirstChild())) value += 1;
    return wrong;
  });
}
