import { utf8 } from '../../../shared/sync/bytes.ts';
import type { SyncCrypto } from '../../../shared/sync/crypto/crypto.ts';

const groups = 6;

/** A key as people can compare it, say over the telephone: six groups of five digits, which are about 99 bits of its hash. */
export function fingerprint(crypto: SyncCrypto, key: Uint8Array): string {
  const hash = crypto.sha256(utf8('bs/fingerprint/1'), key);
  return Array.from({ length: groups }, (_, group) => {
    const number = hash.slice(group * 5, group * 5 + 5).reduce((sum, byte) => sum * 256 + byte, 0);
    return String(number % 100_000).padStart(5, '0');
  }).join(' ');
}
