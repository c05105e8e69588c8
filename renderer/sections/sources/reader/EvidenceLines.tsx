import type { EntryOf } from '../../../../shared/story/sections.ts';
import { evidence as evidenceSection } from '../../../../shared/story/sections/evidence/index.ts';
import { useEntries, useTitle } from '../../../session/session-context.ts';
import styles from './reader.module.css';

/** What a passage is evidence for: a line for each. */
export function EvidenceLines({ passage }: { readonly passage: string }) {
  const links = useEntries('evidence').filter(
    ({ fields: { from } }) => from?.kind === 'passages' && from.id === passage,
  );
  return links.map((link) => <EvidenceLine key={link.id} link={link} />);
}

function EvidenceLine({ link }: { readonly link: EntryOf<'evidence'> }) {
  const { to, relation } = link.fields;
  const title = useTitle(to ?? nothing);
  if (title === null) return null;
  return (
    <p className={styles.evidence} data-relation={relation}>
      <strong>{evidenceSection.fields.relation.plain(relation)}</strong> {title}
    </p>
  );
}

const nothing = { kind: '', id: '' };
