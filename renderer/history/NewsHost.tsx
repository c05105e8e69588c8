import { useState } from 'react';
import { useActions } from '../session/actions.ts';
import { historyActions } from './history-actions.ts';
import { NewsPanel } from './NewsPanel.tsx';
import type { Since } from './since.ts';
import { SinceDialog } from './SinceDialog.tsx';
import { useLooked } from './use-looked.ts';

/** What changed since one last looked, shown when a notebook is opened and there is something; since another day when asked for. */
export function NewsHost() {
  const { unseen, markLooked } = useLooked();
  const [chosen, setChosen] = useState<Since | null>(null);
  const [isAsking, setAsking] = useState(false);
  useActions([
    {
      id: historyActions.since,
      title: 'What changed since…',
      group: 'History',
      keywords: ['news', 'last looked', 'yesterday', 'week'],
      run: () => setAsking(true),
    },
  ]);
  const since = chosen ?? unseen;
  return (
    <>
      {since !== null && (
        <NewsPanel
          key={JSON.stringify(since)}
          since={since}
          isUnasked={chosen === null}
          onDone={(upTo) => {
            setChosen(null);
            // Looking at another day's changes on top of the unseen ones does not make these seen.
            if (since === unseen || since.type === 'looked') markLooked(upTo);
          }}
        />
      )}
      {isAsking && (
        <SinceDialog
          unseen={unseen}
          onClose={() => setAsking(false)}
          onChoose={(choice) => {
            setAsking(false);
            setChosen(choice);
          }}
        />
      )}
    </>
  );
}
