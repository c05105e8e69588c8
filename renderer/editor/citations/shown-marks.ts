import type { LexicalEditor, NodeKey } from 'lexical';
import { plainFromRich } from '../../../shared/story/rich-text.ts';
import type { RichText } from '../../../shared/story/rich-text.ts';

type Marks = ReadonlyMap<NodeKey, { readonly mark: RichText }>;

const marks = new WeakMap<LexicalEditor, Marks>();

/** Notes what the citations of an editor print now, for what is copied out of it. */
export function keepMarks(editor: LexicalEditor, shown: Marks): void {
  marks.set(editor, shown);
}

/** What a citation prints now; '' where nobody has numbered it. */
export function markWords(editor: LexicalEditor, key: NodeKey): string {
  return plainFromRich(marks.get(editor)?.get(key)?.mark ?? []);
}
