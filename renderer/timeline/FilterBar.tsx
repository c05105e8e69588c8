import { useMemo } from 'react';
import type { EvidenceSets } from '../session/evidence.ts';
import { useEntries } from '../session/session-context.ts';
import { Button, Chip, ComboBox, Menu, MenuItem, MenuTrigger, Option, SearchField } from '../ui/index.ts';
import { categoriesOf, noFilter } from './filter.ts';
import type { TimelineFilter } from './filter.ts';
import type { TimelineItem } from './item.ts';
import styles from './timeline.module.css';

interface FilterBarProps {
  readonly items: readonly TimelineItem[];
  readonly filter: TimelineFilter;
  readonly shown: number;
  readonly evidenced: EvidenceSets;
  onFilter(filter: TimelineFilter): void;
}

/** Categories shown as chips; the rest is in a menu. */
const chips = 5;

/** Narrows the timeline by category, person or organization, state, evidence and words; says how much is left. */
export function FilterBar({ items, filter, shown, evidenced, onFilter }: FilterBarProps) {
  const categories = useMemo(() => categoriesOf(items), [items]);
  const undated = useMemo(() => items.filter((item) => item.bounds === null).length, [items]);
  const expected = useMemo(() => items.filter((item) => item.expected).length, [items]);
  const toggle = (name: string): void => {
    const on = filter.categories.includes(name);
    onFilter({
      ...filter,
      categories: on ? filter.categories.filter((one) => one !== name) : [...filter.categories, name],
    });
  };
  const rest = categories.slice(chips);
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      <div className={styles.chips}>
        <Chip isSelected={filter.categories.length === 0} onChange={() => onFilter({ ...filter, categories: [] })}>
          All categories
        </Chip>
        {categories.slice(0, chips).map(({ name }) => (
          <Chip key={name} isSelected={filter.categories.includes(name)} onChange={() => toggle(name)}>
            {name}
          </Chip>
        ))}
        {rest.length > 0 && (
          <MenuTrigger>
            <Button variant="quiet">More categories</Button>
            <Menu
              aria-label="More categories"
              selectionMode="multiple"
              selectedKeys={filter.categories}
              onAction={(key) => toggle(String(key))}
            >
              {rest.map(({ name, count }) => (
                <MenuItem key={name} id={name}>
                  {`${name} (${count})`}
                </MenuItem>
              ))}
            </Menu>
          </MenuTrigger>
        )}
        {expected > 0 && <StateChip state="expected" words="Expected" filter={filter} onFilter={onFilter} />}
        {undated > 0 && undated < items.length && (
          <StateChip state="undated" words="Undated" filter={filter} onFilter={onFilter} />
        )}
        <EvidenceChips evidenced={evidenced} filter={filter} onFilter={onFilter} />
      </div>
      <div className={styles.narrow}>
        <ActorBox actor={filter.actor} onActor={(actor) => onFilter({ ...filter, actor })} />
        <SearchField
          aria-label="Filter events by words"
          placeholder="Filter by words"
          className={styles.words}
          value={filter.text}
          onChange={(text) => onFilter({ ...filter, text })}
        />
        <p role="status" className={styles.count}>
          {countWords(shown, items.length, undated)}
        </p>
        {shown < items.length && (
          <Button variant="quiet" onPress={() => onFilter(noFilter)}>
            Show all
          </Button>
        )}
      </div>
    </div>
  );
}

/** Only where there is evidence at all: without any, everything would be unsupported. */
function EvidenceChips({ evidenced, filter, onFilter }: Pick<FilterBarProps, 'evidenced' | 'filter' | 'onFilter'>) {
  if (!evidenced.hasAny && filter.evidence === 'all') return null;
  const chip = (evidence: 'disputed' | 'unsupported', words: string) => (
    <Chip
      isSelected={filter.evidence === evidence}
      onChange={(on) => onFilter({ ...filter, evidence: on ? evidence : 'all' })}
    >
      {words}
    </Chip>
  );
  return (
    <>
      {chip('disputed', 'Disputed')}
      {chip('unsupported', 'Unsupported')}
    </>
  );
}

interface StateChipProps extends Pick<FilterBarProps, 'filter' | 'onFilter'> {
  readonly state: 'expected' | 'undated';
  readonly words: string;
}

function StateChip({ state, words, filter, onFilter }: StateChipProps) {
  return (
    <Chip isSelected={filter.state === state} onChange={(on) => onFilter({ ...filter, state: on ? state : 'all' })}>
      {words}
    </Chip>
  );
}

function ActorBox({ actor, onActor }: { readonly actor: string | null; onActor(actor: string | null): void }) {
  const people = useEntries('people');
  const organizations = useEntries('organizations');
  const options = useMemo(
    () => [
      { id: '', name: 'Anyone' },
      ...people.map((entry) => ({ id: `people/${entry.id}`, name: entry.fields.name || 'Unnamed person' })),
      ...organizations.map((entry) => ({
        id: `organizations/${entry.id}`,
        name: entry.fields.name || 'Unnamed organization',
      })),
    ],
    [people, organizations],
  );
  return (
    <ComboBox
      aria-label="Person or organization"
      className={styles.actor}
      defaultItems={options}
      selectedKey={actor ?? ''}
      menuTrigger="focus"
      onSelectionChange={(key) => onActor(key === null || key === '' ? null : String(key))}
    >
      {(option: { readonly id: string; readonly name: string }) => <Option id={option.id}>{option.name}</Option>}
    </ComboBox>
  );
}

function countWords(shown: number, all: number, undated: number): string {
  const events = `${all.toLocaleString('en')} ${all === 1 ? 'event' : 'events'}`;
  if (shown < all) return `${shown.toLocaleString('en')} of ${events}`;
  return undated === 0 ? events : `${events}, ${undated.toLocaleString('en')} undated`;
}
