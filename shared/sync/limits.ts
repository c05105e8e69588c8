const kib = 1024;
const mib = 1024 * kib;

/** What a relay takes from one socket, room or address. Bytes, and per second where the name says so. */
export const limits = {
  frame: mib,
  blob: 256 * kib,
  /** An update beyond this travels as a file. */
  inlineUpdate: 192 * kib,
  /** A snapshot beyond this travels as a file. */
  inlineSnapshot: 64 * kib,
  messagesPerSecond: 20,
  messageBurst: 100,
  bytesPerSecond: 256 * kib,
  socketsPerRoom: 64,
  connectionsPerMinute: 50,
  roomLog: 256 * mib,
  roomFiles: 2048 * mib,
  file: 200 * mib,
  /** What a connection tells the others of itself, encrypted and in letters. */
  awareness: 4 * kib,
  /** What waits to be sent to one socket: awareness is dropped beyond the first, the socket closed beyond the second. */
  pendingAwareness: 256 * kib,
  pendingClose: 4 * mib,
  aclEntries: 10_000,
  aclEntry: 64 * kib,
} as const;
