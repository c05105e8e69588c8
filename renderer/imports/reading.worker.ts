import { readPage, readStoryText } from '../../shared/imports/index.ts';
import type { ReadRequest } from './read-in-worker.ts';

// Only our own page can reach this worker, with this one question.
addEventListener('message', ({ data }: MessageEvent<ReadRequest>) => {
  const { content, options } = data;
  postMessage(typeof content === 'string' ? readStoryText(content, options) : readPage(content, options));
});
