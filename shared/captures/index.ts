/** Bytes of a source → what it says, safely. SPEC.md has the rules. */
export type { CaptureMediaType, Detected, Reading, ReadingBlock, ReadingMark, ReadingPage } from './reading.ts';
export { maxCaptureBytes } from './problem.ts';
export type { CaptureNote, CaptureProblem } from './problem.ts';
export { kindOf } from './kind.ts';
export { readCapture } from './read-capture.ts';
export type { CaptureHint, ReadCapture } from './read-capture.ts';
export { parseReading, stringifyReading } from './reading-json.ts';
export { originalHtml } from './original.ts';
export { decodeBytes } from './text/decode.ts';
// What else makes readings, of PDF files.
export { detectedInText, firstOf } from './detected.ts';
export { plainDate } from './plain-date.ts';
export { ReadingWriter } from './reading-writer.ts';
