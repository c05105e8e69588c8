import { fieldWords, targetFields, wholeWords } from '../../../shared/evidence/index.ts';
import type { EvidenceLink, TargetEvidence } from '../../../shared/evidence/index.ts';
import { mayBeEvidence, mayBeTarget, wholeStory } from '../../../shared/story/evidence-ends.ts';
import { refKey } from '../../../shared/story/ref.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { useEvidence, useEvidenceFrom } from '../../session/evidence.ts';
import { useLinkEvidence } from '../../session/link-evidence.ts';
import { useEntry, useReadOnly, useSession, useStory } from '../../session/session-context.ts';
import { Button, Disclosure } from '../../ui/index.ts';
import { EvidenceItem } from './EvidenceItem.tsx';
import styles from './evidence.module.css';
import { FieldGroup } from './FieldGroup.tsx';

interface EvidencePanelProps {
  /** An entry, or the story itself. */
  readonly target: EntryRef;
}

/** The evidence for an entry, field by field, with what has none; and what a source or passage is evidence for. */
export function EvidencePanel({ target }: EvidencePanelProps) {
  const { kind, id } = target;
  return (
    <section key={refKey(target)} aria-label="Evidence" className={styles.panel}>
      {mayBeEvidence(target) && <EvidenceFor from={{ kind, id }} />}
      {mayBeTarget(target) && <EvidenceAbout target={{ kind, id }} />}
      {!mayBeEvidence(target) && !mayBeTarget(target) && <p className={styles.quiet}>{noClaim(target)}</p>}
    </section>
  );
}

function noClaim({ kind }: EntryRef): string {
  return kind === 'voices'
    ? 'Fiction. It is never evidence, and nothing is evidence for it.'
    : `Evidence speaks to claims; ${wholeWords({ kind, id: '' })} is none.`;
}

/** What a passage or source supports, disputes or gives context to. */
function EvidenceFor({ from }: { readonly from: EntryRef }) {
  const links = useEvidenceFrom(from);
  const link = useLinkEvidence();
  return (
    <>
      {links.length === 0 ? (
        <p className={styles.quiet}>
          {from.kind === 'sources'
            ? 'Nothing rests on this source yet. Link it, or a passage of it, to what it supports or disputes.'
            : 'Nothing rests on this passage yet. Link it to what it supports or disputes.'}
        </p>
      ) : (
        <ul className={styles.items} aria-label="Is evidence for">
          {links.map((one) => (
            <EvidenceItem key={one.id} link={one} shows="target" />
          ))}
        </ul>
      )}
      {link !== null && <Button onPress={() => link(from)}>Link as evidence…</Button>}
    </>
  );
}

function EvidenceAbout({ target }: EvidencePanelProps) {
  const evidence = useEvidence(target);
  const link = useLinkEvidence();
  const isReadOnly = useReadOnly();
  // A source is rarely spoken of itself: what has no evidence need not be listed there.
  const isSource = mayBeEvidence(target);
  if (isSource && evidence === undefined) return null;
  const fields = evidence?.fields ?? [];
  return (
    <>
      {fields.length === 0 && !isSource && (
        <p className={styles.quiet}>
          {isReadOnly
            ? 'No evidence for this.'
            : 'No evidence yet. Link a passage or a source to what it supports or disputes.'}
        </p>
      )}
      {fields.map((field) => (
        <FieldGroup key={JSON.stringify([field.target.field, field.sentence])} evidence={field} />
      ))}
      {link !== null && !isSource && <Button onPress={() => link(target)}>Link evidence…</Button>}
      {!isReadOnly && !isSource && <WithoutEvidence target={target} evidence={evidence} />}
      <NotCounted links={evidence?.notCounted ?? []} />
    </>
  );
}

/** The fields that say something for which nothing counted speaks. */
function WithoutEvidence({ target, evidence }: EvidencePanelProps & { readonly evidence: TargetEvidence | undefined }) {
  const { reader } = useSession();
  const link = useLinkEvidence();
  // What the fields say is read below; these say when to read it again.
  useEntry(target.kind, target.id);
  useStory();
  const covered = new Set((evidence?.fields ?? []).map((field) => field.target.field));
  const bare = [...targetFields(target)].filter(
    ([field]) => !covered.has(field) && fieldWords(reader, { ...target, field }) !== '' && !formal.has(field),
  );
  if (link === null || bare.length === 0) return null;
  return (
    <div className={styles.bare}>
      <h3 className={styles.bareHead}>No evidence yet for</h3>
      <ul>
        {bare.map(([field, label]) => (
          <li key={field}>
            <button
              type="button"
              className={styles.bareField}
              aria-label={`Link evidence for ${label.toLowerCase()} of ${target.kind === wholeStory.kind ? 'the story' : (reader.titleOf(target) ?? '')}`}
              onClick={() => link({ ...target, field })}
            >
              {label}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What is the notebook's own way of putting things, rather than a claim: a category needs no source. */
const formal: ReadonlySet<string> = new Set(['category', 'nature', 'expected', 'kicker', 'capturedOn', 'zone', 'unit']);

/** Links that are kept and do not count, each with the reason. */
function NotCounted({ links }: { readonly links: readonly EvidenceLink[] }) {
  if (links.length === 0) return null;
  return (
    <Disclosure title={`${links.length} not counted`} className={styles.folded}>
      <ul className={styles.items} aria-label="Not counted">
        {links.map((link) => (
          <EvidenceItem key={link.id} link={link} shows="source" />
        ))}
      </ul>
    </Disclosure>
  );
}
