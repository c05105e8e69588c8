import { useReadOnly } from '../session/session-context.ts';
import { Checkbox } from '../ui/index.ts';
import type { Bound } from './bound.ts';
import { Unreadable } from './Unreadable.tsx';

/** Yes or no. */
export function FlagField({ bound }: { readonly bound: Bound<boolean> }) {
  const isReadOnly = useReadOnly();
  if (bound.problem !== null)
    return <Unreadable name={bound.name} problem={bound.problem} onReplace={() => bound.set(false)} />;
  return (
    <Checkbox aria-label={bound.name} isSelected={bound.value} isReadOnly={isReadOnly} onChange={bound.set}>
      {bound.label}
    </Checkbox>
  );
}
