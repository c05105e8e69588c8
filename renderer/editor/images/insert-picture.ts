import { $isTableNode } from '@lexical/table';
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
} from 'lexical';
import type { LexicalNode, NodeKey } from 'lexical';
import type { DraftImage } from '../../../shared/story/draft-block.ts';
import { $createImageNode } from './ImageNode.tsx';

/** The block the caret is in: pictures stand behind it. Null where there is no caret. */
export function $pictureSpot(): NodeKey | null {
  const [node] = $getSelection()?.getNodes().slice(-1) ?? [];
  return node?.getTopLevelElement()?.getKey() ?? null;
}

/**
 * Puts pictures behind a block, or at the end where it is gone by now; in place of an empty line. The caret comes after them, where there is
 * always a line to write on.
 */
export function $insertPictures(pictures: readonly Omit<DraftImage, 'type'>[], spot: NodeKey | null): void {
  const given = spot === null ? null : $getNodeByKey(spot);
  const before = given?.isAttached() === true ? given : ($getRoot().getLastChild() ?? $addLine());
  let last: LexicalNode = before;
  for (const picture of pictures) {
    const node = $createImageNode(picture);
    last.insertAfter(node);
    last = node;
  }
  const next = last.getNextSibling();
  if ($isElementNode(next) && !$isTableNode(next)) next.selectStart();
  else {
    const line = $createParagraphNode();
    last.insertAfter(line);
    line.selectStart();
  }
  if (pictures.length > 0 && $isParagraphNode(before) && before.isEmpty()) before.remove();
}

function $addLine(): LexicalNode {
  const line = $createParagraphNode();
  $getRoot().append(line);
  return line;
}
