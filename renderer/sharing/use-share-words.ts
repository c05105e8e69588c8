import { useEffect, useState } from 'react';
import { useShared, useSync, useSyncKeys } from '../sync/index.ts';
import { sharedWords } from './shared-words.ts';

const none: ReadonlyMap<string, number> = new Map();

/** What the list of notebooks says of those that are shared, by id. */
export function useShareWords(): ReadonlyMap<string, string> {
  const { sync } = useSync();
  const list = useShared();
  const isLocked = useSyncKeys()?.kind === 'locked';
  const [others, setOthers] = useState(none);
  useEffect(() => {
    // An app that shares nothing has nothing to draw anew.
    if (list.length === 0) return;
    let isLatest = true;
    const count = async (notebook: string): Promise<(readonly [string, number])[]> => {
      const answer = await sync.members({ notebook }).catch(() => null);
      return answer?.ok === true ? [[notebook, answer.value.members.filter(({ isYou }) => !isYou).length]] : [];
    };
    void Promise.all(list.map(({ notebook }) => count(notebook))).then((counts) => {
      if (isLatest) setOthers(new Map(counts.flat()));
    });
    return () => {
      isLatest = false;
    };
  }, [sync, list]);
  const known = (notebook: string) => ({ others: others.get(notebook) ?? null, isLocked });
  return new Map(list.map((one) => [one.notebook, sharedWords(one, known(one.notebook))]));
}
