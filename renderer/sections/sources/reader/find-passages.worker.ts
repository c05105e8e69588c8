import { findPassages } from './find-passages.ts';
import type { Lookup } from './find-passages.ts';

// Only the window that started this worker speaks to it.
self.onmessage = ({ data }: MessageEvent<Lookup>) => {
  self.postMessage(findPassages(data));
};
