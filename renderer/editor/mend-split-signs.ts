import type { BindingV2 } from '@lexical/yjs';
import { $getNodeByKey, $isTextNode } from 'lexical';
import type { EditorState, NodeKey, TextNode } from 'lexical';
import { XmlText } from 'yjs';
import { textChange } from '../../shared/story/text-change.ts';

/**
 * Stores signs whole that the binding has cut. It looks for the smallest change between two texts in UTF-16 units; where
 * one emoji replaces a similar one that cuts the pair, and Yjs then stores a replacement character. Call in the
 * transaction that wrote the change.
 */
export function mendSplitSigns(binding: BindingV2, state: EditorState, dirtyLeaves: ReadonlySet<NodeKey>): void {
  state.read(() => {
    for (const key of dirtyLeaves) {
      const node = $getNodeByKey(key);
      if ($isTextNode(node) && /[\ud800-\udfff]/.test(node.getTextContent())) mend(binding, node);
    }
  });
}

function mend(binding: BindingV2, node: TextNode): void {
  const stored = binding.mapping.getSharedType(node);
  if (!(stored instanceof XmlText)) return;
  const wanted = (binding.mapping.get(stored) ?? []).map((one) => one.getTextContent()).join('');
  const runs = runsOf(stored);
  const change = textChange(runs.map((run) => run.insert).join(''), wanted);
  if (change === null) return;
  stored.delete(change.index, change.remove);
  stored.insert(change.index, change.insert, attributesAt(runs, change.index));
}

interface Run {
  readonly insert: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

function runsOf(text: XmlText): readonly Run[] {
  // A delta is untyped in Yjs; a draft's texts hold runs of text and nothing else.
  return text.toDelta() as Run[];
}

function attributesAt(runs: readonly Run[], index: number): Readonly<Record<string, unknown>> {
  let end = 0;
  for (const run of runs) {
    end += run.insert.length;
    if (index < end) return run.attributes ?? {};
  }
  return {};
}
