/** How much a generation holds, in bytes but for `blobs`. */
export interface GenerationSize {
  readonly blobs: number;
  /** Of its updates. */
  readonly bytes: number;
  /** Of its largest snapshot, wherever that lies; 0 where it has none that could be read. */
  readonly snapshot: number;
}

export const noSize: GenerationSize = { blobs: 0, bytes: 0, snapshot: 0 };

/** One blob more. `bytes`: of an update; 0 for a snapshot. */
export function withBlob(size: GenerationSize, bytes: number): GenerationSize {
  return { ...size, blobs: size.blobs + 1, bytes: size.bytes + bytes };
}

export function withSnapshot(size: GenerationSize, bytes: number): GenerationSize {
  return { ...size, snapshot: Math.max(size.snapshot, bytes) };
}
