/** Files that were brought → what they say, and how they looked; away from the window's thread. */
export { extractCapture, extractOriginal } from './extract-capture.ts';
export type { ExtractOptions } from './extract-capture.ts';
export type { Extracted, Original } from './messages.ts';
