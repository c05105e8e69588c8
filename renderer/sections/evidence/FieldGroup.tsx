import { useId } from 'react';
import { fieldLabel, sideWords } from '../../../shared/evidence/index.ts';
import type { FieldEvidence } from '../../../shared/evidence/index.ts';
import { EvidenceItem } from './EvidenceItem.tsx';
import styles from './evidence.module.css';

/** The evidence for one field: for, against, and what gives context, with how many independent origins there are. */
export function FieldGroup({ evidence }: { readonly evidence: FieldEvidence }) {
  const { target, sentence, supports, disputes, context, origins } = evidence;
  const headId = useId();
  const isRepeated = supports.length > origins.supports || disputes.length > origins.disputes;
  return (
    <section aria-labelledby={headId} className={styles.group}>
      <header className={styles.groupHead}>
        <h3 id={headId}>{fieldLabel(target)}</h3>
        <span className={styles.counts}>
          {origins.supports > 0 && <span className={styles.supports}>{sideWords('supports', origins.supports)}</span>}
          {origins.disputes > 0 && <span className={styles.disputes}>{sideWords('disputes', origins.disputes)}</span>}
          {origins.supports + origins.disputes === 0 && <span className={styles.context}>context only</span>}
        </span>
      </header>
      {sentence !== null && (
        <p className={styles.sentence} dir="auto">
          {sentence}
        </p>
      )}
      {isRepeated && <p className={styles.quiet}>What has one origin counts once.</p>}
      <ul className={styles.items}>
        {[...supports, ...disputes, ...context].map((link) => (
          <EvidenceItem key={link.id} link={link} shows="source" />
        ))}
      </ul>
    </section>
  );
}
