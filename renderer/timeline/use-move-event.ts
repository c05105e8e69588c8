import { useCommands, useSession } from '../session/session-context.ts';

/**
 * Moves an event one place up or down. Where dates decide, the hand-made order has no say: then nothing changes and the
 * answer is false, so that the window can say why.
 */
export function useMoveEvent(): (id: string, by: -1 | 1) => boolean {
  const { reader } = useSession();
  const { move } = useCommands();
  return (id, by) => {
    const order = reader.ids('events');
    const at = order.indexOf(id);
    const target = at + by;
    if (at === -1 || target < 0 || target >= order.length) return true;
    move({ kind: 'events', id }, (by === -1 ? order[target - 1] : order[target]) ?? null);
    return reader.ids('events').indexOf(id) !== at;
  };
}
