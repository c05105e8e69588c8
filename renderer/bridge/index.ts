import { bridgeKey, type Bridge, type RawBridge } from '../../shared/bridge/index.ts';
import { connect } from './connect.ts';
import { createMemoryBridge } from './memory.ts';

export { readDropped } from './dropped.ts';

// The preload script put it there; in a plain browser nothing did.
const raw = (globalThis as { [bridgeKey]?: RawBridge })[bridgeKey];

/** The main process, as this page may use it; in a plain browser, one that lives in memory. */
export const bridge: Bridge = raw === undefined ? createMemoryBridge().bridge : connect(raw);
