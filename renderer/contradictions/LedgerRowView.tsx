import { useEffect, useId, useRef } from 'react';
import { fieldKey } from '../../shared/evidence/index.ts';
import type { LedgerRow } from '../../shared/evidence/index.ts';
import { sameRef } from '../../shared/story/ref.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import { EditableLine, RichProse, useEntryField, useRemoveEntry } from '../fields/index.ts';
import { detailsPanel } from '../session/details-panel.ts';
import { useReadOnly, useSelection, useSession, useView } from '../session/session-context.ts';
import { Button, classes, IconButton, Menu, MenuItem, MenuTrigger, Moment, Tag } from '../ui/index.ts';
import styles from './contradictions.module.css';
import { fieldName, rowTitle } from './row-words.ts';
import { Statement } from './Statement.tsx';
import type { Judging } from './use-judging.ts';

interface LedgerRowProps {
  readonly row: LedgerRow;
  readonly judging: Judging;
  /** Asks for another value to compare in a contradiction that is kept. */
  readonly onCompare: (id: string) => void;
}

/** Values that stand against each other, side by side, and what people judged of them. */
export function LedgerRowView({ row, judging, onCompare }: LedgerRowProps) {
  const { reader } = useSession();
  const view = useView();
  const selection = useSelection();
  const headId = useId();
  const { made, about, statements } = row;
  const first = made === null ? about[0] : { kind: made.kind, id: made.id };
  const isChosen = made !== null && sameRef(selection, first ?? null);
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Who comes from the search, from a note or from the brief.
    if (isChosen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const choose = (): void => {
    if (first === undefined) return;
    view.select({ kind: first.kind, id: first.id });
    if (made === null) detailsPanel.showEvidence();
  };
  return (
    <li
      ref={element}
      className={classes(styles.row, isChosen && styles.chosen)}
      aria-labelledby={headId}
      data-row={row.key}
    >
      <header className={styles.rowHead}>
        <h2 id={headId} className={styles.rowTitle}>
          {made === null ? (
            <button type="button" className={styles.rowLink} onClick={choose}>
              {rowTitle(reader, row)}
            </button>
          ) : (
            <MadeTitle id={made.id} />
          )}
        </h2>
        {made === null ? (
          <Found row={row} judging={judging} />
        ) : (
          <MadeState row={made} judging={judging} onChoose={choose} onCompare={() => onCompare(made.id)} />
        )}
      </header>
      {made !== null && <About made={made.id} about={about} judging={judging} />}
      {statements.length === 0 ? (
        <p className={styles.meta}>Nothing that it compares is in the notebook now.</p>
      ) : (
        <ul className={styles.statements} aria-label="What is said">
          {statements.map((statement) => (
            <Statement key={statement.key} statement={statement} namesField={about.length > 1} />
          ))}
        </ul>
      )}
      {made !== null && <Judgement id={made.id} />}
    </li>
  );
}

function MadeTitle({ id }: { readonly id: string }) {
  return <EditableLine bound={useEntryField('contradictions', id, 'title')} lasting />;
}

/** What the ledger found by itself becomes one that people keep when somebody begins to judge it. */
function Found({ row, judging }: Pick<LedgerRowProps, 'row' | 'judging'>) {
  const { reader } = useSession();
  const view = useView();
  const isReadOnly = useReadOnly();
  return (
    <div className={styles.state}>
      <span className={styles.meta}>Open</span>
      {!isReadOnly && (
        <Button
          size="small"
          aria-label={`Judge ${rowTitle(reader, row)}`}
          onPress={() => view.select(judging.keep(rowTitle(reader, row), row.about))}
        >
          Judge…
        </Button>
      )}
    </div>
  );
}

interface MadeStateProps {
  readonly row: NonNullable<LedgerRow['made']>;
  readonly judging: Judging;
  readonly onChoose: () => void;
  readonly onCompare: () => void;
}

function MadeState({ row, judging, onChoose, onCompare }: MadeStateProps) {
  const isReadOnly = useReadOnly();
  const remove = useRemoveEntry();
  const { reader } = useSession();
  const { state, judgedBy, judgedAt } = row.fields;
  const title = reader.titleOf(row) ?? '';
  const isSettled = state === 'settled';
  return (
    <div className={styles.state}>
      <span className={styles.meta}>
        {isSettled ? 'Settled' : 'Open'}
        {isSettled && judgedBy !== '' && ` by ${judgedBy}`}
        {isSettled && judgedAt !== null && (
          <>
            , <Moment at={judgedAt} />
          </>
        )}
      </span>
      {!isReadOnly && (
        <Button
          size="small"
          aria-label={`${isSettled ? 'Reopen' : 'Settle'} ${title}`}
          onPress={() => (isSettled ? judging.reopen(row.id) : void judging.settle(row.id))}
        >
          {isSettled ? 'Reopen' : 'Settle'}
        </Button>
      )}
      <MenuTrigger>
        <IconButton icon="more" size="small" label={`More for ${title}`} tip={false} />
        <Menu placement="bottom end" aria-label="Contradiction">
          <MenuItem onAction={onChoose}>Show notes and history</MenuItem>
          {!isReadOnly && <MenuItem onAction={onCompare}>Compare another value…</MenuItem>}
          {!isReadOnly && (
            <MenuItem tone="danger" onAction={() => remove({ kind: row.kind, id: row.id })}>
              Move to trash
            </MenuItem>
          )}
        </Menu>
      </MenuTrigger>
    </div>
  );
}

interface AboutProps {
  readonly made: string;
  readonly about: readonly EntryRef[];
  readonly judging: Judging;
}

/** The fields compared, where there is more than the one that the title names. */
function About({ made, about, judging }: AboutProps) {
  const { reader } = useSession();
  const isReadOnly = useReadOnly();
  if (about.length < 2) return null;
  return (
    <div role="group" aria-label="Values compared" className={styles.about}>
      {about.map((ref) => (
        <Tag
          key={fieldKey(ref)}
          {...(isReadOnly
            ? {}
            : {
                onRemove: () =>
                  judging.compare(
                    made,
                    about.filter((one) => fieldKey(one) !== fieldKey(ref)),
                  ),
              })}
        >
          {fieldName(reader, ref)}
        </Tag>
      ))}
    </div>
  );
}

/** What people say of it. */
function Judgement({ id }: { readonly id: string }) {
  const note = useEntryField('contradictions', id, 'note');
  const judgement = useEntryField('contradictions', id, 'judgement');
  return (
    <div className={styles.judgement}>
      <div>
        <h3>Note</h3>
        <RichProse bound={note} add="Add what one should know" />
      </div>
      <div>
        <h3>Judgement</h3>
        <RichProse bound={judgement} add="Add a judgement" />
      </div>
    </div>
  );
}
