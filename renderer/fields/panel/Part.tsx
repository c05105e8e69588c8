import type { Bound } from '../bound.ts';
import { EditableProse } from '../EditableProse.tsx';
import { entryType } from './entry-type.ts';

/** A named part of an entry: its name above, its prose below; only a button while it is empty. */
export function Part({ bound }: { readonly bound: Bound<string> }) {
  return (
    <div className={entryType.part}>
      <div className={entryType.partName}>{bound.label}</div>
      <EditableProse bound={bound} className={entryType.quietProse} />
    </div>
  );
}
