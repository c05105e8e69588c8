import { HistoryDesk } from './history-desk.ts';

// Messages come from our own window only: a dedicated worker has no other sender.
new HistoryDesk({
  postMessage: (message, transfer) => postMessage(message, { transfer }),
  addEventListener: (type, listener) => addEventListener(type, listener),
});
