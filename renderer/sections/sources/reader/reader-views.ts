import type { Capture } from '../../../session/captured-reading.ts';

/** How a capture can be shown: its text, its pages as they are printed, or the page as it was saved. */
export type ReaderView = 'pages' | 'text' | 'original';

export const viewNames: Readonly<Record<ReaderView, string>> = {
  pages: 'Pages',
  text: 'Text',
  original: 'Original',
};

/** Whether this is the name of a view. */
export function isReaderView(key: unknown): key is ReaderView {
  return typeof key === 'string' && Object.hasOwn(viewNames, key);
}

/** The ways a capture can be shown, the usual one first. */
export function viewsOf({ mediaType }: Capture): readonly ReaderView[] {
  if (mediaType === 'application/pdf') return ['pages', 'text'];
  return ['text/html', 'multipart/related'].includes(mediaType) ? ['text', 'original'] : ['text'];
}
