import { readCapture } from '../../../shared/captures/index.ts';
import type { FromExtractor, ToExtractor } from './messages.ts';

// Only our own page can reach this worker, with these questions.
addEventListener('message', ({ data: { bytes, hint } }: MessageEvent<ToExtractor>) => {
  say({ outcome: readCapture(bytes, hint) });
});

function say(message: FromExtractor): void {
  postMessage(message);
}
