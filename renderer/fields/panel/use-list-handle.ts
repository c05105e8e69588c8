import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { moveEntry } from '../../../shared/story/commands/move-entry.ts';
import { CommandOrigin } from '../../../shared/story/commands/writer.ts';
import type { SectionKind } from '../../../shared/story/sections.ts';
import { useSession } from '../../session/session-context.ts';
import { toasts } from '../../ui/index.ts';
import type { DropTarget, EntryListHandle } from './list-context.ts';
import type { Move, Moves, Wish } from './moves.ts';

interface ListHandle {
  readonly handle: EntryListHandle;
  /** What was done last, for those who do not see it. */
  readonly said: string;
}

/** Moving the entries of a list, by dragging and by keys. */
export function useListHandle(
  kind: SectionKind,
  layout: EntryListHandle['layout'],
  moves: (id: string, wish: Wish) => Moves,
): ListHandle {
  const { reader } = useSession();
  const apply = useApplyMoves(kind);
  const [dragged, setDragged] = useState<string | null>(null);
  const [target, setTarget] = useState<DropTarget | null>(null);
  const [said, setSaid] = useState('');
  const latest = useRef(moves);
  useEffect(() => {
    latest.current = moves;
  });
  const move = useCallback(
    (id: string, wish: Wish) => {
      const found = latest.current(id, wish);
      if (found.ok) {
        apply(found.moves);
        const ids = reader.ids(kind);
        setSaid(`Moved to place ${ids.indexOf(id) + 1} of ${ids.length}.`);
      } else {
        setSaid(found.why);
        if ('behind' in wish) toasts.show({ message: found.why });
      }
    },
    [apply, reader, kind],
  );
  const handle = useMemo<EntryListHandle>(
    () => ({
      layout,
      dragged,
      target,
      move,
      startDrag: setDragged,
      dragOver: (next) => setTarget((now) => (now?.id === next.id && now.side === next.side ? now : next)),
      endDrag: (drop) => {
        if (drop && dragged !== null && target !== null && target.id !== dragged)
          move(dragged, { behind: behindOf(reader.ids(kind), dragged, target) });
        setDragged(null);
        setTarget(null);
      },
    }),
    [layout, dragged, target, move, reader, kind],
  );
  return { handle, said };
}

/** Carries out moves of entries of a kind, several as one undo step. */
export function useApplyMoves(kind: SectionKind): (moves: readonly Move[]) => void {
  const { writer, undo } = useSession();
  return useCallback(
    (moves) => {
      undo.step();
      writer.doc.transact(() => {
        for (const { id, after } of moves) moveEntry(writer, { kind, id }, after);
      }, new CommandOrigin('move'));
    },
    [writer, undo, kind],
  );
}

/** The entry that a drop lands behind; null for the first place. */
function behindOf(ids: readonly string[], dragged: string, target: DropTarget): string | null {
  if (target.side === 'behind') return target.id;
  const others = ids.filter((id) => id !== dragged);
  return others[others.indexOf(target.id) - 1] ?? null;
}
