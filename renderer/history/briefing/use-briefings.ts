import { useEffect, useState } from 'react';
import type { Briefing } from '../../../shared/history/briefing.ts';
import { ok } from '../../../shared/lib/result.ts';
import { useHistory } from '../history-context.ts';
import type { AskOptions, HistoryAnswer } from '../history.ts';
import { useAnswer } from '../use-answer.ts';
import type { Asked } from '../use-answer.ts';
import { comingBack } from './absences.ts';
import type { Absence } from './absences.ts';

/** Whether others may still be coming back from the latest absence. */
export function useIsComingBack([latest]: readonly Absence[]): boolean {
  const until = latest?.until ?? 0;
  const [over, setOver] = useState(0);
  useEffect(() => {
    const timer = setTimeout(() => setOver(until), Math.max(0, until + comingBack - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
  return over !== until;
}

/**
 * A briefing for each absence, in their order.
 * @param isFollowed whether it is asked again when something has changed: whose words stand, what became of what was deleted
 */
export function useBriefings(absences: readonly Absence[], isFollowed: boolean): Asked<readonly Briefing[]> {
  const history = useHistory();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    if (!isFollowed) return;
    return history.onNewRows(() => setTurn((before) => before + 1));
  }, [history, isFollowed]);
  const ask = async (options: AskOptions): HistoryAnswer<readonly Briefing[]> => {
    const briefings: Briefing[] = [];
    for (const { since, until } of absences) {
      const briefing = await history.briefing({ since, until, theirsUntil: until + comingBack }, options);
      if (!briefing.ok) return briefing;
      briefings.push(briefing.value);
    }
    return ok(briefings);
  };
  const key = absences.map(({ since, until }) => `${since}-${until}`).join();
  return useAnswer(key === '' ? null : `${key}/${turn}`, ask);
}
