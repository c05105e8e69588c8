import { useRef, useState } from 'react';
import { sectionList } from '../../shared/story/sections.ts';
import { useReadingPlace } from '../ui/index.ts';
import { usePlace } from '../session/session-context.ts';
import type { SectionView } from '../session/section-view.ts';
import { EvidenceFilterContext } from '../fields/index.ts';
import type { EvidenceFilter } from '../fields/index.ts';
import { EvidenceBar } from './EvidenceBar.tsx';
import { SourcesLine } from './SourcesLine.tsx';
import { StoryHead } from './StoryHead.tsx';
import styles from './story.module.css';
import { FromNewer } from './FromNewer.tsx';
import { useArrival } from './use-arrival.ts';

interface StoryViewProps {
  /** What the window shows of every section, by kind. */
  readonly views: Readonly<Record<string, SectionView>>;
}

/** The whole story as one page, edited in place: its head, then every section that has a part on the page. */
export function StoryView({ views }: StoryViewProps) {
  const page = useRef<HTMLDivElement>(null);
  useArrival(page);
  useReadingPlace(page);
  const place = usePlace();
  const [arrived, setArrived] = useState(place);
  const [filter, setFilter] = useState<EvidenceFilter>('all');
  if (place !== arrived) {
    setArrived(place);
    // Who comes for a section or an entry must not find it hidden.
    if (filter !== 'all') setFilter('all');
  }
  return (
    <div ref={page} className={styles.page}>
      <article className={styles.column}>
        <StoryHead />
        <EvidenceBar filter={filter} onFilter={setFilter} />
        <EvidenceFilterContext value={filter}>
          {sectionList.map(({ kind }) => {
            const Panel = views[kind]?.Panel ?? null;
            if (Panel !== null) return <Panel key={kind} />;
            return kind === 'sources' ? <SourcesLine key={kind} /> : null;
          })}
        </EvidenceFilterContext>
        <FromNewer />
      </article>
    </div>
  );
}
