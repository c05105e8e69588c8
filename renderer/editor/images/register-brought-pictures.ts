import { $getNodeByKey, PASTE_TAG } from 'lexical';
import type { LexicalEditor } from 'lexical';
import type { CaptureStore } from '../../persistence/captures.ts';
import { $isImageNode, ImageNode } from './ImageNode.tsx';

/** Pictures that are pasted out of another notebook bring their files along: into the folder of a shared one nothing else gets by its name alone. */
export function registerBroughtPictures(
  editor: LexicalEditor,
  { captures, notebook }: { readonly captures: Pick<CaptureStore, 'complete'>; readonly notebook: string },
): () => void {
  return editor.registerMutationListener(
    ImageNode,
    (mutations, { updateTags }) => {
      if (!updateTags.has(PASTE_TAG)) return;
      const created = [...mutations].flatMap(([key, mutation]) => (mutation === 'created' ? [key] : []));
      const nodes = editor.read(() => created.map((key) => $getNodeByKey(key)));
      const pasted = nodes.flatMap((node) => ($isImageNode(node) ? [node.__sha256] : []));
      const files = pasted.filter((sha256) => /^[0-9a-f]{64}$/.test(sha256));
      if (files.length > 0) void captures.complete(notebook, files, { brought: true });
    },
    { skipInitialization: true },
  );
}
