import { lazy, Suspense } from 'react';
import type { RichEditorProps } from './RichEditor.tsx';
import { RichTextView } from './RichTextView.tsx';

// The Story view and the notes must not wait for the editor.
const load = () => import('./RichEditor.tsx');
const RichEditor = lazy(async () => ({ default: (await load()).RichEditor }));

/** Fetches the editor when somebody is about to write: the first letters must find it there. */
export function prepareRichText(): void {
  void load();
}

export type RichTextFieldProps = RichEditorProps;

/**
 * Paragraphs with bold, italic and links, written in the look of the text around them. Mod+B, Mod+I, and Mod+Shift+K on words for
 * a link; what is pasted keeps these marks and no others.
 */
export function RichTextField(props: RichTextFieldProps) {
  return (
    <Suspense fallback={<RichTextView value={props.value} className={props.className} />}>
      <RichEditor {...props} />
    </Suspense>
  );
}
