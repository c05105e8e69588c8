import type { SearchRecord } from '../../../shared/search/records.ts';
import { PeerSearch } from '../peer-search.ts';

// The named peer of the search in a worker of its own, spoken to as ours is.
type Message =
  | { readonly type: 'put'; readonly records: readonly SearchRecord[] }
  | { readonly type: 'query'; readonly serial: number; readonly text: string };

const peer = new PeerSearch();

addEventListener('message', (event: MessageEvent<Message>) => {
  const message = event.data;
  if (message.type === 'put') peer.addAll(message.records);
  else postMessage({ serial: message.serial, answer: peer.search(message.text) });
});
