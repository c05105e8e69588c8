import { HistoryDesk } from './history-desk.ts';

// Messages come from our own window only: a dedicated worker has no other sender.
new HistoryDesk({
  postMessage: (message) => postMessage(message),
  addEventListener: (type, listener) => addEventListener(type, listener),
});
