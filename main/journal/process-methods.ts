import { methods } from '../../shared/bridge/index.ts';
import { innerMethods } from '../library/inner-methods.ts';

/** Everything the journal's process may be asked: what a page asks through the bridge, and what only the main process does. */
export const processMethods = { ...methods, ...innerMethods } as const;
export type ProcessMethods = typeof processMethods;
