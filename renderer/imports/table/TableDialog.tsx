import { useEffect, useMemo, useState } from 'react';
import { columnsIn, dateCells, dateOrderOf, guessMapping, isNamed } from '../../../shared/imports/index.ts';
import type { DayOrder, NewNames, TableHints } from '../../../shared/imports/index.ts';
import { localDay } from '../../fields/index.ts';
import type { OpenNotebook } from '../../session/session-context.ts';
import { Button, Dialog } from '../../ui/index.ts';
import { nameWithoutEnding, pastedName } from '../page-input.ts';
import type { TableFile } from '../read-in-worker.ts';
import { WaitingNames } from '../WaitingNames.tsx';
import type { WaitingProps } from '../WaitingNames.tsx';
import type { AcceptedTable } from './accepted-table.ts';
import { ColumnMapping } from './ColumnMapping.tsx';
import { DateOrder } from './DateOrder.tsx';
import { Destination } from './Destination.tsx';
import { FileReading } from './FileReading.tsx';
import { gatherKnown } from './known-here.ts';
import type { KnownHere } from './known-here.ts';
import { NewNamesChoice } from './NewNamesChoice.tsx';
import { RepeatedRows } from './RepeatedRows.tsx';
import { RowPreview } from './RowPreview.tsx';
import { RowsToCheck } from './RowsToCheck.tsx';
import styles from './table.module.css';
import { takeTable } from './take-table.ts';
import { acceptWords, foundWords } from './table-words.ts';
import { useTableReading } from './use-table-reading.ts';

interface TableDialogProps extends WaitingProps {
  readonly file: TableFile;
  /** The open notebook; null on the home screen, where one is made. */
  readonly open: OpenNotebook | null;
  readonly onAccept: (accepted: AcceptedTable) => void;
  readonly onSource: () => void;
  readonly onReadAgain: (hints: Pick<TableHints, 'encoding' | 'separator'>) => void;
  readonly onCancel: () => void;
}

/** A timeline in a table, before it is taken over: what its columns are, its rows as they would be, and what to look at. */
export function TableDialog(props: TableDialogProps) {
  const { file, open, waiting, onForget, onAccept, onSource, onReadAgain, onCancel } = props;
  const { table, fileName } = file;
  const [isNew, setIsNew] = useState(open === null);
  const [title, setTitle] = useState(() => table.title || (fileName === pastedName ? '' : nameWithoutEnding(fileName)));
  const [named, setNamed] = useState(() => isNamed(table));
  const columns = useMemo(() => columnsIn(table, named), [table, named]);
  const [mapping, setMapping] = useState(() => guessMapping(columns));
  const [order, setOrder] = useState<DayOrder | null>(null);
  const [newNames, setNewNames] = useState<NewNames>('text');
  const [added, setAdded] = useState<ReadonlySet<number>>(new Set());
  const [asked, setAsked] = useState(0);
  const [taking, setTaking] = useState(false);
  const found = useMemo(() => dateOrderOf(dateCells(columns, mapping)), [columns, mapping]);
  const [today] = useState(() => localDay(new Date()));
  const rules = useMemo(
    () => ({ names: columns.names, mapping, order: found.order ?? order, today }),
    [columns, mapping, found, order, today],
  );
  const known = useKnown(isNew ? null : open);
  const reading = useTableReading(columns, rules, known);
  const isAsking = found.example !== null && order === null;
  const isUntitled = isNew && title.trim() === '';
  const taken = (reading.rows ?? []).filter(({ repeats, reading: { line } }) => repeats === null || added.has(line));

  const accept = (): void => {
    if (isAsking || isUntitled) return setAsked(asked + 1);
    if (known === null || taking) return;
    setTaking(true);
    const rows = taken.map((row) => row.reading);
    void takeTable({ rows, known: known.rows, newNames, fileName, title: isNew ? title.trim() : null }).then(onAccept);
  };
  const nameRows = (next: boolean): void => {
    setNamed(next);
    setMapping(guessMapping(columnsIn(table, next)));
  };
  return (
    <Dialog
      title={`Import “${fileName}”`}
      size="large"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
      footer={
        <>
          <Button onPress={onCancel}>Cancel</Button>
          {open !== null && <Button onPress={onSource}>Add as a source</Button>}
          <Button
            variant="primary"
            isDisabled={reading.rows === null || taking || (taken.length === 0 && !isNew)}
            onPress={accept}
          >
            {acceptWords(reading.rows === null ? null : taken, isNew)}
          </Button>
        </>
      }
    >
      <p className={styles.words}>{foundWords(table, columns)}</p>
      {table.notes.length > 0 && (
        <ul className={styles.notes} aria-label="About this file">
          {table.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      <Destination {...{ open, isNew, title }} isOpen={isUntitled} asked={asked} onNew={setIsNew} onTitle={setTitle} />
      {found.example !== null && <DateOrder example={found.example} order={order} asked={asked} onOrder={setOrder} />}
      <FileReading {...{ table, named, onReadAgain }} onNamed={nameRows} />
      <ColumnMapping kind={table.kind} columns={columns} mapping={mapping} onMapping={setMapping} />
      <RowPreview first={reading.first} count={columns.body.length} />
      {reading.newNames.length > 0 && (
        <NewNamesChoice names={reading.newNames} isNew={isNew} choice={newNames} onChoice={setNewNames} />
      )}
      <RepeatedRows rows={reading.rows ?? []} added={added} onAdded={setAdded} />
      <RowsToCheck rows={taken} />
      <WaitingNames {...{ waiting, onForget }} />
    </Dialog>
  );
}

/** What the notebook has that the rows may be about; null while it is gathered. */
function useKnown(open: OpenNotebook | null): KnownHere | null {
  const reader = open?.session.reader ?? null;
  const [known, setKnown] = useState<{ readonly of: typeof reader; readonly known: KnownHere } | null>(null);
  useEffect(() => {
    let left = false;
    void gatherKnown(reader).then((gathered) => {
      if (!left) setKnown({ of: reader, known: gathered });
    });
    return () => {
      left = true;
    };
  }, [reader]);
  return known !== null && known.of === reader ? known.known : null;
}
