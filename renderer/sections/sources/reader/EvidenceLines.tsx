import { nameOf } from '../../../../shared/evidence/index.ts';
import type { EvidenceLink } from '../../../../shared/evidence/index.ts';
import { evidence as evidenceSection } from '../../../../shared/story/sections/evidence/index.ts';
import { useEvidenceFrom } from '../../../session/evidence.ts';
import { useEntry, useSession } from '../../../session/session-context.ts';
import styles from './reader.module.css';

/** What a passage is evidence for: a line for each link that counts. */
export function EvidenceLines({ passage }: { readonly passage: string }) {
  const links = useEvidenceFrom({ kind: 'passages', id: passage });
  return links.filter((link) => link.notCounted === null).map((link) => <EvidenceLine key={link.id} link={link} />);
}

function EvidenceLine({ link }: { readonly link: EvidenceLink }) {
  const { reader } = useSession();
  const { to, relation } = link.entry.fields;
  // What it is called is read below; this says when to read it again.
  useEntry(to?.kind ?? '', to?.id ?? '');
  if (to === null) return null;
  return (
    <p className={styles.evidence} data-relation={relation}>
      <strong>{evidenceSection.fields.relation.plain(relation)}</strong> {nameOf(reader, to)}
    </p>
  );
}
