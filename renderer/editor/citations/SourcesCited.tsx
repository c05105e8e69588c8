import { refKey } from '../../../shared/story/ref.ts';
import { findSection } from '../../../shared/story/sections.ts';
import { useActions } from '../../session/actions.ts';
import { goToEntry } from '../../session/place-of.ts';
import { useSession, useView } from '../../session/session-context.ts';
import { Button, Option, Select } from '../../ui/index.ts';
import { citationStyles, isCitationStyle } from './citation-style.ts';
import { useCitations, useShownCitations } from './open-citations.ts';
import { RichRuns } from './RichRuns.tsx';
import styles from './SourcesCited.module.css';

/** The sources that the draft cites, below its text, in the style that is chosen there; and which citations are to be looked at again. */
export function SourcesCited() {
  const citations = useCitations();
  const { order, stale, bibliography, style } = useShownCitations();
  const { reader } = useSession();
  const view = useView();
  const choose = (key: unknown): void => {
    if (isCitationStyle(key)) citations.setStyle(key);
  };
  useActions(
    Object.entries(citationStyles).map(([key, words]) => ({
      id: `draft.citations.${key}`,
      title: `Citations as ${words.toLowerCase()}`,
      group: 'Drafts',
      keywords: ['style', 'cite', 'bibliography', 'sources'],
      run: () => choose(key),
    })),
  );
  const [firstStale] = stale;
  if (order.length === 0) return null;
  return (
    <section className={styles.list} aria-label="Sources cited">
      <div className={styles.head}>
        <h2 className={styles.heading}>Sources cited</h2>
        <Select aria-label="Citations as" value={style} onChange={choose} className={styles.style}>
          {Object.entries(citationStyles).map(([key, words]) => (
            <Option key={key} id={key}>
              {words}
            </Option>
          ))}
        </Select>
      </div>
      {firstStale !== undefined && (
        <p className={styles.stale} role="status">
          {stale.length === 1
            ? 'One citation names something that has changed since.'
            : `${stale.length.toLocaleString('en')} citations name something that has changed since.`}
          <Button size="small" onPress={() => citations.goTo(firstStale)}>
            Look at it
          </Button>
        </p>
      )}
      {bibliography.length === 0 && <p className={styles.quiet}>Everything that is cited is missing.</p>}
      <ul className={styles.works}>
        {bibliography.map(({ ref, label, runs, lacks }) => (
          <li key={refKey(ref)} className={styles.work} data-label={label || undefined}>
            {label !== '' && <span className={styles.label}>{label}</span>}
            <div>
              <p className={styles.words}>
                <RichRuns runs={runs} linked />
              </p>
              {lacks.length > 0 && <p className={styles.quiet}>{`The notebook does not say: ${lacks.join(', ')}.`}</p>}
            </div>
            <Button
              size="small"
              variant="quiet"
              className={styles.open}
              aria-label={`Open ${reader.titleOf(ref) ?? findSection(ref.kind)?.names.one ?? 'entry'}`}
              onPress={() => goToEntry(view, reader, ref)}
            >
              Open
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
