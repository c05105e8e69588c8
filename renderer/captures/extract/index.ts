/** Files that were brought → what they say, read away from the window's thread. */
export { extractCapture } from './extract-capture.ts';
export type { ExtractOptions } from './extract-capture.ts';
export type { Extracted } from './messages.ts';
