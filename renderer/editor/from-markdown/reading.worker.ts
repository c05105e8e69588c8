import { ok } from '../../../shared/lib/result.ts';
import { readFile, readPasted } from './read-file.ts';
import type { Answer, Question } from './read-in-worker.ts';

// Only our own page can reach this worker, with these questions.
addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const answer: Answer = 'bytes' in data ? readFile(data.name, data.bytes) : ok(readPasted(data.text));
  postMessage(answer);
});
