import { useState } from 'react';
import type { Briefing } from '../../../shared/history/briefing.ts';
import { useActions } from '../../session/actions.ts';
import { useOpenSession } from '../../session/session-context.ts';
import { Button } from '../../ui/index.ts';
import { historyActions } from '../history-actions.ts';
import { markAbsencesRead } from './absences.ts';
import type { Absence } from './absences.ts';
import { BriefingPanel } from './BriefingPanel.tsx';
import { offerWords } from './briefing-words.ts';
import styles from './briefing.module.css';
import { useAbsences } from './use-absences.ts';
import { useBriefings, useIsComingBack } from './use-briefings.ts';

/** Offers, after an absence, what teammates changed meanwhile, and shows it when asked. */
export function BriefingHost() {
  const { id } = useOpenSession();
  const { absences, read } = useAbsences(id);
  const [isOpen, setOpen] = useState(false);
  /** The absences whose offer was put off, as far as this window lives. */
  const [later, setLater] = useState<string | null>(null);
  const isAsked = isOpen || (!read && later !== keyOf(absences));
  const isComingBack = useIsComingBack(absences);
  const asked = useBriefings(isAsked ? absences : [], isOpen || isComingBack);
  useActions([
    {
      id: historyActions.away,
      title: 'Show what changed while you were away',
      group: 'History',
      keywords: ['briefing', 'return', 'offline', 'collisions', 'conflicts', 'teammates', 'news'],
      run: () => setOpen(true),
    },
  ]);
  if (isOpen) {
    return (
      <BriefingPanel
        absences={absences}
        asked={asked}
        onDone={() => {
          markAbsencesRead(id);
          setOpen(false);
        }}
        onClose={() => setOpen(false)}
      />
    );
  }
  if (!isAsked || asked.value === null || !isWorthTelling(absences, asked.value)) return null;
  return (
    <section aria-label="While you were away" className={styles.offer}>
      <p role="status">{offerWords(asked.value)}</p>
      <span className={styles.offerButtons}>
        <Button
          size="small"
          variant="primary"
          aria-label="Show what changed while you were away"
          onPress={() => setOpen(true)}
        >
          Show
        </Button>
        <Button size="small" variant="quiet" onPress={() => setLater(keyOf(absences))}>
          Later
        </Button>
      </span>
    </section>
  );
}

/** Milliseconds of an absence that is told of unasked: what came in the moments of a weak line was all but seen coming. */
const noticeable = 2 * 60_000;

/** Whether anything was changed that one has to be told of. What met changes of one's own always is. */
function isWorthTelling(absences: readonly Absence[], briefings: readonly Briefing[]): boolean {
  if (briefings.some(({ collisions }) => collisions.length > 0)) return true;
  const isLong = absences.some(({ since, until }) => until - since >= noticeable);
  return isLong && briefings.some(({ things }) => things > 0);
}

function keyOf(absences: readonly Absence[]): string {
  return absences.map(({ until }) => until).join();
}
