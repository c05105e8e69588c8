import { useEffect, useMemo } from 'react';
import type { ReactNode } from 'react';
import { PresenceContext } from '../../session/presence.ts';
import { useView } from '../../session/session-context.ts';
import { useRoom } from '../sync-context.ts';
import { RoomPresence } from './room-presence.ts';

/** Lets everything inside know who else has the notebook open, and them where one is. Where it is not shared, nobody ever is. */
export function PresenceProvider({ children }: { readonly children: ReactNode }) {
  const room = useRoom();
  const view = useView();
  const presence = useMemo(() => (room === null ? null : new RoomPresence(room, view)), [room, view]);
  useEffect(() => presence?.start(), [presence]);
  return <PresenceContext value={presence}>{children}</PresenceContext>;
}
