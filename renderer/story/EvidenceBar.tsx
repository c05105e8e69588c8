import type { EvidenceFilter } from '../fields/index.ts';
import { useActions } from '../session/actions.ts';
import { useEvidenceSets } from '../session/evidence.ts';
import { Chip } from '../ui/index.ts';
import styles from './story.module.css';

interface EvidenceBarProps {
  readonly filter: EvidenceFilter;
  readonly onFilter: (filter: EvidenceFilter) => void;
}

const choices = { disputed: 'Disputed', unsupported: 'Unsupported' } as const;

/** Narrows the page to what is disputed or what nothing supports; only where the notebook has evidence. */
export function EvidenceBar({ filter, onFilter }: EvidenceBarProps) {
  // Whether there is any is the same for every kind.
  const { hasAny } = useEvidenceSets('events');
  const isShown = hasAny || filter !== 'all';
  useActions(
    isShown
      ? [
          action('all', 'Show the whole story', onFilter),
          action('disputed', 'Show what is disputed', onFilter),
          action('unsupported', 'Show what nothing supports', onFilter),
        ]
      : [],
  );
  if (!isShown) return null;
  return (
    <div role="group" aria-label="Show by evidence" className={styles.evidence}>
      <Chip isSelected={filter === 'all'} onChange={() => onFilter('all')}>
        Everything
      </Chip>
      {(['disputed', 'unsupported'] as const).map((one) => (
        <Chip key={one} isSelected={filter === one} onChange={(on) => onFilter(on ? one : 'all')}>
          {choices[one]}
        </Chip>
      ))}
    </div>
  );
}

function action(filter: EvidenceFilter, title: string, onFilter: EvidenceBarProps['onFilter']) {
  return { id: `story.show-${filter}`, title, group: 'Evidence', run: () => onFilter(filter) };
}
