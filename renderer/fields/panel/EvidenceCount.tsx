import { sideWords, valueWords } from '../../../shared/evidence/index.ts';
import type { EvidenceLink } from '../../../shared/evidence/index.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { detailsPanel } from '../../session/details-panel.ts';
import { useEvidence } from '../../session/evidence.ts';
import { useView } from '../../session/session-context.ts';
import { classes } from '../../ui/index.ts';
import styles from './panel.module.css';

/** How many independent origins support and dispute an entry; pressing it shows them. Nothing where there are none. */
export function EvidenceCount({ of }: { readonly of: EntryRef }) {
  const evidence = useEvidence(of);
  const view = useView();
  if (evidence === undefined || evidence.origins.supports + evidence.origins.disputes === 0) return null;
  const show = (): void => {
    view.select(of);
    detailsPanel.showEvidence();
  };
  const { supports, disputes } = evidence.origins;
  const others = valuesOf(evidence.fields.flatMap((field) => field.disputes));
  return (
    <button type="button" className={classes(styles.notes, styles.evidence)} onClick={show}>
      {supports > 0 && <span className={styles.supports}>{sideWords('supports', supports)}</span>}
      {disputes > 0 && (
        <span className={styles.disputes}>
          {sideWords('disputes', disputes)}
          {others === '' ? '' : `: ${others}`}
        </span>
      )}
    </button>
  );
}

/** How many values stand beside the entry; the panel has all. */
const mostValues = 2;

/** What those who dispute it say instead. */
function valuesOf(disputes: readonly EvidenceLink[]): string {
  const values = new Set(disputes.map((link) => valueWords(link.entry.fields)).filter((value) => value !== ''));
  return [...values].slice(0, mostValues).join(', ');
}
