import type { Provider } from '@lexical/yjs';

/** What the binding calls a provider, as far as it needs one. */
type UserState = NonNullable<ReturnType<Provider['awareness']['getLocalState']>>;

/**
 * Remembers where this person's caret is in terms of the document, so that the binding can put it back when somebody
 * else's edit replaces the text around it. Nobody else is told: presence belongs to sync.
 */
export function localCaret(clientId: number): Provider {
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
