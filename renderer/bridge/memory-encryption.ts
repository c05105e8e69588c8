import type { Bridge } from '../../shared/bridge/index.ts';
import { err } from '../../shared/lib/result.ts';

const no = () => Promise.resolve(err({ reason: 'failed', message: 'In a browser nothing is encrypted.' } as const));

/** The encryption of a bridge without a main process: there is none. */
export const memoryEncryption: Bridge['encryption'] = {
  state: () => Promise.resolve({ kind: 'plain' }),
  keychain: () => Promise.resolve({ available: false, why: 'A browser has no keychain.' }),
  unlock: no,
  prepare: no,
  begin: no,
  turnOff: no,
  keep: no,
  convert: no,
  stop: () => Promise.resolve(undefined),
  forgetCopies: no,
  changePassphrase: no,
  newCode: no,
  remember: no,
};
