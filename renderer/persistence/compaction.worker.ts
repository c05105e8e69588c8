import { compactDocument } from './compaction.ts';

// A failed compaction loses nothing and is tried again another time: the answer only says that the worker is done.
addEventListener('message', (event: MessageEvent<unknown>) => {
  if (typeof event.data !== 'string') return;
  compactDocument(event.data).then(
    () => postMessage('done'),
    () => postMessage('failed'),
  );
});
