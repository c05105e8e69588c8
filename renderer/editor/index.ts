import { lazy } from 'react';

export type { DraftFailure } from './bind-draft.ts';
export { prepareRichText, RichTextField, type RichTextFieldProps } from './RichTextField.tsx';
export { RichTextView } from './RichTextView.tsx';

/** Where a draft is written; loaded when the first one is opened. */
export const DraftEditor = lazy(async () => ({ default: (await import('./DraftEditor.tsx')).DraftEditor }));
