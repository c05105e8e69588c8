import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { AuthorContext } from '../session/author.ts';
import { actionIds } from './action-ids.ts';
import { useActions } from '../session/actions.ts';
import { useSettings } from './settings.tsx';

const NameDialog = lazy(async () => ({ default: (await import('./dialogs/NameDialog.tsx')).NameDialog }));

/** Knows the name people write under, and asks for it the first time it is needed. */
export function AuthorProvider({ children }: { readonly children: ReactNode }) {
  const { settings, change } = useSettings();
  const [asking, setAsking] = useState(false);
  const waiting = useRef<((name: string | null) => void)[]>([]);
  const name = settings.authorName ?? '';

  const ask = useCallback(
    () =>
      new Promise<string | null>((resolve) => {
        waiting.current.push(resolve);
        setAsking(true);
      }),
    [],
  );
  const answer = (given: string | null): void => {
    if (given !== null) change({ authorName: given, authorId: settings.authorId ?? crypto.randomUUID() });
    setAsking(false);
    for (const resolve of waiting.current.splice(0)) resolve(given);
  };
  const author = useMemo(() => ({ name, ensure: () => (name === '' ? ask() : Promise.resolve(name)) }), [name, ask]);
  useActions([{ id: actionIds.changeName, title: 'Change your name…', group: 'Settings', run: () => void ask() }]);

  return (
    <AuthorContext value={author}>
      {children}
      {asking && (
        <Suspense>
          <NameDialog name={name} onAnswer={answer} />
        </Suspense>
      )}
    </AuthorContext>
  );
}
