import { useEffect, useId, useRef, useState } from 'react';

/** Milliseconds the pointer rests before more is shown, and after it left until that goes. */
const rest = 300;
const grace = 200;

interface Peek {
  readonly id: string;
  readonly isShown: boolean;
  /** For the thing and for what is shown of it: the pointer may wander from one to the other. */
  readonly hover: { onMouseEnter(): void; onMouseLeave(): void };
}

/** Whether more of a thing is shown beside it: while the pointer rests on it, or while it is chosen. Escape puts it away. */
export function usePeek(isChosen: boolean): Peek {
  const id = useId();
  const [isHovered, setHovered] = useState(false);
  const [isAway, setAway] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isShown = (isHovered || isChosen) && !isAway;
  useEffect(() => () => clearTimeout(timer.current), []);
  const [wasChosen, setWasChosen] = useState(isChosen);
  if (wasChosen !== isChosen) {
    setWasChosen(isChosen);
    setAway(false);
  }
  useEffect(() => {
    if (!isShown) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setAway(true);
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [isShown]);
  const turn = (on: boolean): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => {
        setHovered(on);
        setAway(false);
      },
      on ? rest : grace,
    );
  };
  return { id, isShown, hover: { onMouseEnter: () => turn(true), onMouseLeave: () => turn(false) } };
}
