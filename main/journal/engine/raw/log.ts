import { readFileSync } from 'node:fs';
import { codeOf } from '../trouble.ts';
import { frameHeader, logHeader } from './images.ts';
import { pageSize } from '../schema.ts';

/**
 * Whether a log (https://www.sqlite.org/fileformat2.html#walformat) holds a part that is whole and wrong. A program that was killed
 * leaves its last part cut short, or the first half of one over an older one: that is no damage, and nothing that was
 * answered stands there.
 */
export function isLogDamaged(path: string): boolean {
  const log = readOrNull(`${path}-wal`);
  if (log === null || log.byteLength < logHeader + frameHeader) return false;
  const littleEndian = log.readUInt32BE(0) === 0x377f0682;
  let sum = checksum(log, 0, 24, [0, 0], littleEndian);
  if (sum[0] !== log.readUInt32BE(24) || sum[1] !== log.readUInt32BE(28)) return true;
  const salts = log.subarray(16, 24);
  for (let at = logHeader; at + frameHeader + pageSize <= log.byteLength; at += frameHeader + pageSize) {
    // What an earlier use of the log left behind.
    if (log.compare(salts, 0, 8, at + 8, at + 16) !== 0) return false;
    sum = checksum(log, at, 8, sum, littleEndian);
    sum = checksum(log, at + frameHeader, pageSize, sum, littleEndian);
    if (sum[0] === log.readUInt32BE(at + 16) && sum[1] === log.readUInt32BE(at + 20)) continue;
    const next = at + frameHeader + pageSize;
    return next === log.byteLength || log.compare(salts, 0, 8, next + 8, next + 16) === 0;
  }
  return false;
}

type Sum = readonly [number, number];

function checksum(bytes: Buffer, from: number, length: number, [first, second]: Sum, littleEndian: boolean): Sum {
  for (let at = from; at < from + length; at += 8) {
    const one = littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
    const other = littleEndian ? bytes.readUInt32LE(at + 4) : bytes.readUInt32BE(at + 4);
    first = (first + one + second) >>> 0;
    second = (second + other + first) >>> 0;
  }
  return [first, second];
}

function readOrNull(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}
