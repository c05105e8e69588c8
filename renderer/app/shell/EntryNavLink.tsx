import { useTitle } from '../../session/session-context.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { NavLink } from './NavLink.tsx';

interface EntryNavLinkProps {
  readonly refTo: EntryRef;
  readonly isCurrent: boolean;
  readonly onPress: () => void;
  readonly count?: number | undefined;
}

/** A row for one draft or source; follows its title. */
export function EntryNavLink({ refTo, ...props }: EntryNavLinkProps) {
  const title = useTitle(refTo);
  return title === null ? null : <NavLink {...props}>{title}</NavLink>;
}
