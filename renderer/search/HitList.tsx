import { Collection, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox';
import type { SearchHit } from '../../shared/search/engine.ts';
import type { HitGroup } from './group-hits.ts';
import { MarkedText } from './MarkedText.tsx';
import styles from './search.module.css';

interface HitListProps {
  readonly groups: readonly HitGroup[];
  onChoose(key: string): void;
}

/** Hits by section; arrow keys move, Enter or a click chooses. */
export function HitList({ groups, onChoose }: HitListProps) {
  if (groups.length === 0) return null;
  return (
    <ListBox
      aria-label="Search results"
      className={styles.list ?? ''}
      selectionMode="none"
      onAction={(key) => onChoose(String(key))}
    >
      {groups.map((group) => (
        <ListBoxSection key={group.kind} id={`group ${group.kind}`} className={styles.group ?? ''}>
          <Header className={styles.heading ?? ''}>
            {group.label} <span className={styles.count}>{group.hits.length}</span>
          </Header>
          <Collection items={group.hits.map((hit) => ({ ...hit, rowId: hit.id, id: hit.key }))}>
            {(hit) => <HitRow hit={hit} />}
          </Collection>
        </ListBoxSection>
      ))}
    </ListBox>
  );
}

function HitRow({ hit }: { readonly hit: SearchHit }) {
  const title = hit.title.map((piece) => piece.text).join('');
  // A note or passage is called by its own first words: saying them twice helps nobody.
  const said = hit.snippet?.map((piece) => piece.text).join('') === title;
  return (
    <ListBoxItem id={hit.key} textValue={title} className={styles.row ?? ''}>
      <span className={styles.title}>
        <MarkedText text={hit.title} />
      </span>
      {hit.snippet === null || said ? null : (
        <span className={styles.snippet}>
          <MarkedText text={hit.snippet} />
        </span>
      )}
    </ListBoxItem>
  );
}
