import { useState } from 'react';
import type { Candidate, Place } from '../../../../shared/anchors/index.ts';
import { Button } from '../../../ui/index.ts';
import { useReaderPage } from './page-context.ts';
import styles from './reader.module.css';
import type { ConfirmPlace } from './use-confirm-place.ts';
import { usePaint } from './use-find.ts';

interface CandidatesProps {
  readonly candidates: readonly Candidate[];
  /** Null where nothing can be said: an earlier state is shown. */
  readonly confirm: ConfirmPlace | null;
}

/** UTF-16 units of the words around a candidate. */
const around = 48;
const nowhere: readonly Place[] = [];

/** Where a doubtful passage may be: a person says which it is, or that it is none of them. */
export function Candidates({ candidates, confirm }: CandidatesProps) {
  const { version, surface } = useReaderPage();
  const { text } = version.reading;
  const [looked, setLooked] = useState<readonly Place[]>(nowhere);
  usePaint(surface, 'source-candidate', looked);
  return (
    <div className={styles.candidates}>
      <ol aria-label="Where it may be">
        {candidates.map((candidate) => (
          <li key={candidate.start}>
            <p className={styles.candidate}>
              {before(text, candidate.start)}
              <strong>{text.slice(candidate.start, candidate.end)}</strong>
              {behind(text, candidate.end)}
            </p>
            <div className={styles.candidateButtons}>
              <Button
                size="small"
                variant="quiet"
                onPress={() => {
                  setLooked([candidate]);
                  surface.show(candidate, 'eye');
                }}
              >
                Show
              </Button>
              {confirm !== null && (
                <Button size="small" onPress={() => confirm.here(candidate)}>
                  It is here
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {confirm !== null && (
        <Button size="small" onPress={confirm.notHere}>
          Not here
        </Button>
      )}
    </div>
  );
}

/** Whole words before a place. */
function before(text: string, at: number): string {
  if (at <= around) return text.slice(0, at);
  return `… ${text.slice(at - around, at).replace(/^\S*\s/, '')}`;
}

/** Whole words behind a place. */
function behind(text: string, at: number): string {
  if (text.length - at <= around) return text.slice(at);
  return `${text.slice(at, at + around).replace(/\s\S*$/, '')} …`;
}
