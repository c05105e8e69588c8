/**
 * Why a relay closes a connection: codes of the range that applications may use (RFC 6455, 7.4.2). `stop`: trying again changes
 * nothing until a person does something.
 */
export const closeReasons = {
  'bad-frame': { code: 4400, stop: false },
  'not-authenticated': { code: 4401, stop: true },
  removed: { code: 4403, stop: true },
  'unknown-room': { code: 4404, stop: true },
  'wrong-protocol': { code: 4406, stop: true },
  'old-generation': { code: 4409, stop: false },
  'refused-blob': { code: 4422, stop: false },
  'too-fast': { code: 4429, stop: false },
  'too-slow': { code: 4430, stop: false },
  'room-full': { code: 4431, stop: false },
  'quota-reached': { code: 4432, stop: true },
  stopping: { code: 4503, stop: false },
} as const;

export type CloseReason = keyof typeof closeReasons;

/** The reason of a code; null for codes that are not ours. */
export function closeReasonOf(code: number): CloseReason | null {
  // The keys of our own constant.
  const names = Object.keys(closeReasons) as CloseReason[];
  return names.find((name) => closeReasons[name].code === code) ?? null;
}
