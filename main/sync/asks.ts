import { methods } from '../../shared/bridge/index.ts';
import type { Ask } from '../process/serve.ts';

/** Everything that the sync process may ask of the main one: reading what is stored of notebooks, and their captures. Only the page writes notebooks. */
export const asks = {
  'journal.list': methods['journal.list'],
  'journal.read': methods['journal.read'],
  'captures.get': methods['captures.get'],
  'captures.put': methods['captures.put'],
  'captures.missing': methods['captures.missing'],
} as const;

export type AskMain = Ask<typeof asks>;
