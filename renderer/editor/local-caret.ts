import type { Provider } from '@lexical/yjs';
import type { RelativePosition } from 'yjs';

/** What the binding calls a provider, as far as it needs one. */
type UserState = NonNullable<ReturnType<Provider['awareness']['getLocalState']>>;

/** Both ends of a caret or a selection, in terms of the document. */
export interface CaretEnds {
  readonly anchor: RelativePosition;
  readonly focus: RelativePosition;
}

/**
 * Remembers where this person's caret is in terms of the document, so that the binding can put it back when somebody
 * else's edit replaces the text around it.
 * @param onMove told when it is elsewhere, which is where teammates are told of it
 */
export function localCaret(clientId: number, onMove: (at: CaretEnds | null) => void = () => undefined): Provider {
  let state: UserState | null = {
    anchorPos: null,
    focusPos: null,
    awarenessData: {},
    color: '',
    focusing: true,
    name: '',
  };
  const ignore = (): void => undefined;
  return {
    awareness: {
      getLocalState: () => state,
      getStates: () => new Map(state === null ? [] : [[clientId, state]]),
      setLocalState: (next) => {
        state = next;
        const { anchorPos, focusPos } = next ?? { anchorPos: null, focusPos: null };
        onMove(anchorPos === null || focusPos === null ? null : { anchor: anchorPos, focus: focusPos });
      },
      setLocalStateField: ignore,
      on: ignore,
      off: ignore,
    },
    connect: ignore,
    disconnect: ignore,
    on: ignore,
    off: ignore,
  };
}
