import { useMemo, useState } from 'react';
import { sameRef } from '../../shared/story/ref.ts';
import { useActions } from '../session/actions.ts';
import { useReadOnly, useSelection, useSession, useView } from '../session/session-context.ts';
import { Button, Chip, EmptyState, SearchField } from '../ui/index.ts';
import { CompareDialog } from './CompareDialog.tsx';
import styles from './contradictions.module.css';
import { filterRows, noFilter } from './ledger-filter.ts';
import type { LedgerFilter } from './ledger-filter.ts';
import { LedgerRowView } from './LedgerRowView.tsx';
import { rowWords } from './row-words.ts';
import { useJudging } from './use-judging.ts';
import { useLedger } from './use-ledger.ts';

/** What is being compared: a new contradiction, or another value in one that is kept. */
type Comparing = { readonly id: string | null };

/** Rows shown at first, and with every wish for more. */
const atOnce = 50;

const states = { all: 'All', open: 'Open', settled: 'Settled' } as const;

/** The contradiction ledger: what does not agree, side by side. People judge; nothing here says who is right. */
export function ContradictionsView() {
  const { reader } = useSession();
  const view = useView();
  const rows = useLedger();
  const judging = useJudging();
  const isReadOnly = useReadOnly();
  const selection = useSelection();
  const [more, setMore] = useState(0);
  const [filter, setFilter] = useState<LedgerFilter>(noFilter);
  const [comparing, setComparing] = useState<Comparing | null>(null);
  const shown = useMemo(() => filterRows(rows, filter, (row) => rowWords(reader, row)), [rows, filter, reader]);
  const chosen = shown.findIndex(({ made }) => made !== null && sameRef(selection, made));
  const most = Math.max(atOnce + more, chosen + 1);
  const compare = (): void => setComparing({ id: null });
  useActions(
    isReadOnly ? [] : [{ id: 'contradictions.add', title: 'Compare values…', group: 'Contradictions', run: compare }],
  );
  const add = <Button onPress={compare}>Compare values…</Button>;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Contradictions</h1>
        {!isReadOnly && rows.length > 0 && add}
      </header>
      {rows.length === 0 ? (
        <EmptyState title="No contradictions" {...(isReadOnly ? {} : { action: add })}>
          Where sources dispute what others support, or give other values for it, both stand here side by side. You can
          also compare values yourself: “20%” may mean two things. People judge; the program decides nothing.
        </EmptyState>
      ) : (
        <>
          <div role="group" aria-label="Filters" className={styles.filters}>
            {(['all', 'open', 'settled'] as const).map((state) => (
              <Chip key={state} isSelected={filter.state === state} onChange={() => setFilter({ ...filter, state })}>
                {states[state]}
              </Chip>
            ))}
            <SearchField
              aria-label="Filter contradictions by words"
              placeholder="Filter by words"
              className={styles.search}
              value={filter.text}
              onChange={(text) => setFilter({ ...filter, text })}
            />
            <p role="status" className={styles.count}>
              {countWords(shown.length, rows.length)}
            </p>
          </div>
          {shown.length === 0 ? (
            <EmptyState title="None fits" action={<Button onPress={() => setFilter(noFilter)}>Show all</Button>}>
              No contradiction meets all of the filters.
            </EmptyState>
          ) : (
            <ul className={styles.rows} aria-label="Contradictions">
              {shown.slice(0, most).map((row) => (
                <LedgerRowView key={row.key} row={row} judging={judging} onCompare={(id) => setComparing({ id })} />
              ))}
            </ul>
          )}
          {shown.length > most && (
            <Button variant="quiet" className={styles.more} onPress={() => setMore(more + atOnce)}>
              {`Show more of ${shown.length.toLocaleString('en')}`}
            </Button>
          )}
        </>
      )}
      {comparing !== null && (
        <CompareDialog
          title={comparing.id === null ? null : (reader.titleOf({ kind: 'contradictions', id: comparing.id }) ?? '')}
          onCancel={() => setComparing(null)}
          onDone={(title, about) => {
            setComparing(null);
            if (comparing.id === null) view.select(judging.keep(title, about));
            else {
              const before = reader.entry('contradictions', comparing.id)?.fields.about ?? [];
              judging.compare(comparing.id, [...before, ...about]);
            }
          }}
        />
      )}
    </div>
  );
}

function countWords(shown: number, all: number): string {
  const words = `${all.toLocaleString('en')} ${all === 1 ? 'contradiction' : 'contradictions'}`;
  return shown === all ? words : `${shown.toLocaleString('en')} of ${words}`;
}
