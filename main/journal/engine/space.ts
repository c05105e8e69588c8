import { freeBytes } from './disk.ts';

/** How much room is left: `low` below 1 GiB, `very-low` below 200 MiB. */
export type Space = 'enough' | 'low' | 'very-low';

const mebibyte = 1024 * 1024;

export function spaceOf(free: number | null): Space {
  if (free === null || free >= 1024 * mebibyte) return 'enough';
  return free < 200 * mebibyte ? 'very-low' : 'low';
}

/** Looks at the disks that hold `folders`; the fullest counts. */
export interface SpaceWatch {
  /** Tells when it has changed, or with `anyway` in any case. */
  readonly look: (anyway?: boolean) => void;
}

export function watchSpace(folders: readonly string[], tell: (space: Space) => void): SpaceWatch {
  let told: Space | null = null;
  return {
    look(anyway = false) {
      const free = folders.map(freeBytes).filter((bytes) => bytes !== null);
      const space = spaceOf(free.length === 0 ? null : Math.min(...free));
      if (space === told && !anyway) return;
      told = space;
      tell(space);
    },
  };
}
