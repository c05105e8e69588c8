import { SearchEngine } from '../../shared/search/engine.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

// Messages come from our own window only: a dedicated worker has no other sender.
const engine = new SearchEngine();

addEventListener('message', (event: MessageEvent<ToWorker>) => {
  const message = event.data;
  if (message.type === 'put') engine.put(message.records);
  else if (message.type === 'remove') engine.remove(message.keys);
  else {
    const answer: FromWorker = { serial: message.serial, answer: engine.search(message.text, message.limit) };
    postMessage(answer);
  }
});
