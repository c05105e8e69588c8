import { captureKind } from '../../captures/capture-words.ts';
import { Button, Chip, Option, SearchField, Select } from '../../ui/index.ts';
import { isNarrowed, noSourceFilter, sourceSorts } from './source-filter.ts';
import type { SourceFilter, SourceItem, SourceSort } from './source-filter.ts';
import styles from './source-list.module.css';

interface SourceFiltersProps {
  readonly items: readonly SourceItem[];
  readonly filter: SourceFilter;
  /** How many are shown. */
  readonly shown: number;
  readonly onFilter: (filter: SourceFilter) => void;
}

/** Narrows the list of sources by words, kind of file, highlights and grading, and orders it; says how much is left. */
export function SourceFilters({ items, filter, shown, onFilter }: SourceFiltersProps) {
  const kinds = [...new Set(items.map(({ kind }) => kind))].sort();
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      <SearchField
        aria-label="Find a source"
        placeholder="Title, author, publisher"
        className={styles.words}
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
      />
      <Select
        aria-label="Kind"
        className={styles.select}
        value={filter.kind}
        onChange={(key) => onFilter({ ...filter, kind: String(key) })}
      >
        <Option id="">All kinds</Option>
        {kinds.map((kind) => (
          <Option key={kind} id={kind}>
            {kind === 'none' ? 'Nothing captured' : captureKind(kind)}
          </Option>
        ))}
      </Select>
      <Chip isSelected={filter.isHighlighted} onChange={(isHighlighted) => onFilter({ ...filter, isHighlighted })}>
        With highlights
      </Chip>
      <Chip isSelected={filter.isUngraded} onChange={(isUngraded) => onFilter({ ...filter, isUngraded })}>
        Not graded
      </Chip>
      <Select
        aria-label="Order"
        className={styles.select}
        value={filter.sort}
        // The options below are these and no others.
        onChange={(key) => onFilter({ ...filter, sort: String(key) as SourceSort })}
      >
        {Object.entries(sourceSorts).map(([sort, words]) => (
          <Option key={sort} id={sort}>
            {words}
          </Option>
        ))}
      </Select>
      <p role="status" className={styles.count}>
        {shown === items.length
          ? `${items.length} ${items.length === 1 ? 'source' : 'sources'}`
          : `${shown} of ${items.length} sources`}
      </p>
      {isNarrowed(filter) && (
        <Button size="small" variant="quiet" onPress={() => onFilter({ ...noSourceFilter, sort: filter.sort })}>
          Show all
        </Button>
      )}
    </div>
  );
}
