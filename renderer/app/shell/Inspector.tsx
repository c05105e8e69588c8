import { Suspense, useState } from 'react';
import type { Key } from 'react-aria-components/Tabs';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { ContestedNotice } from '../../fields/index.ts';
import { HistoryPanel } from '../../history/index.ts';
import { EvidencePanel } from '../../sections/evidence/index.ts';
import { NotesPanel } from '../../sections/annotations/index.ts';
import { detailsPanel, detailsTabs, useDetailsPanel, wholeNotebook } from '../../session/details-panel.ts';
import type { DetailsTab } from '../../session/details-panel.ts';
import { useEvidence, useEvidenceFrom } from '../../session/evidence.ts';
import { useNoteCount } from '../../session/notes-index.ts';
import { useEntry, usePast, useReadOnly, useSelection, useTitle } from '../../session/session-context.ts';
import { Button, Disclosure, EmptyState, Spinner, Tab, TabList, TabPanel, Tabs } from '../../ui/index.ts';
import { useCommands, useView } from '../../session/session-context.ts';
import { ErrorBoundary } from '../ErrorBoundary.tsx';
import { sectionView } from '../sections.ts';
import { entryMeta } from './entry-meta.ts';
import styles from './Inspector.module.css';

/** What belongs to the chosen entry: everything about it, and its notes. */
export function Inspector() {
  const selection = useSelection();
  if (selection === null) return <NothingChosen />;
  const key = `${selection.kind}/${selection.id}`;
  return <ChosenEntry key={key} chosen={selection} />;
}

function NothingChosen() {
  return (
    <div className={styles.nothing}>
      <EmptyState title="Nothing chosen">
        Choose an event, a person or any other entry to see everything about it here, and its notes.
      </EmptyState>
      <h2 className={styles.heading}>Evidence for the head and overview</h2>
      <EvidencePanel target={wholeNotebook} />
      <h2 className={styles.heading}>Notes on the whole notebook</h2>
      <NotesPanel target={wholeNotebook} />
      <HeadHistory />
    </div>
  );
}

/** What happened to the title, the overview and the rest of what a notebook has once; read when it is asked for. */
function HeadHistory() {
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure
      title="History of the head and overview"
      className={styles.folded}
      isExpanded={isOpen}
      onExpandedChange={setOpen}
    >
      {isOpen && <HistoryPanel target={wholeNotebook} />}
    </Disclosure>
  );
}

function ChosenEntry({ chosen }: { readonly chosen: EntryRef }) {
  const entry = useEntry(chosen.kind, chosen.id);
  const title = useTitle(chosen);
  const { tab } = useDetailsPanel();
  const notes = useNoteCount(chosen);
  const evidence = useEvidenceCount(chosen);
  const isPast = usePast() !== null;
  if (isPast && title === null) return <NotThere chosen={chosen} />;
  if (entry === undefined) return <NothingChosen />;
  if (title === null) return <DeletedEntry chosen={chosen} />;
  const Detail = sectionView(chosen.kind)?.Detail;
  return (
    <ErrorBoundary name="The details">
      <header className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        <p className={styles.meta}>{entryMeta(entry)}</p>
      </header>
      <ContestedNotice of={chosen} />
      <Tabs className={styles.tabs} selectedKey={tab} onSelectionChange={(key) => detailsPanel.show(tabOf(key))}>
        <TabList aria-label="About the chosen entry">
          <Tab id="details">Details</Tab>
          <Tab id="evidence" count={evidence}>
            Evidence
          </Tab>
          <Tab id="notes" count={notes}>
            Notes
          </Tab>
          <Tab id="history">History</Tab>
        </TabList>
        <TabPanel id="details">
          <Suspense fallback={<Spinner label="Opening the details" />}>
            {Detail === null || Detail === undefined ? (
              <p className={styles.meta}>There is nothing more to this entry than what the page shows.</p>
            ) : (
              <Detail id={chosen.id} />
            )}
          </Suspense>
        </TabPanel>
        <TabPanel id="evidence">
          <EvidencePanel target={chosen} />
        </TabPanel>
        <TabPanel id="notes">
          <NotesPanel target={chosen} />
        </TabPanel>
        <TabPanel id="history">
          <HistoryPanel target={chosen} />
        </TabPanel>
      </Tabs>
    </ErrorBoundary>
  );
}

/** How many counted links there are to an entry, and from it where it is a passage or source. */
function useEvidenceCount(chosen: EntryRef): number {
  const about = useEvidence(chosen)?.fields ?? [];
  const from = useEvidenceFrom(chosen).filter((link) => link.notCounted === null);
  return about.reduce(
    (sum, field) => sum + field.supports.length + field.disputes.length + field.context.length,
    from.length,
  );
}

/** An earlier state is shown, and it has no such entry. What happened to it is here all the same. */
function NotThere({ chosen }: { readonly chosen: EntryRef }) {
  return (
    <div className={styles.nothing}>
      <EmptyState title="Not in the notebook then">
        The chosen entry was not part of the notebook at the moment that is shown.
      </EmptyState>
      <h2 className={styles.heading}>History</h2>
      <HistoryPanel target={chosen} />
    </div>
  );
}

function tabOf(key: Key): DetailsTab {
  return detailsTabs.find((tab) => tab === key) ?? 'details';
}

function DeletedEntry({ chosen }: { readonly chosen: EntryRef }) {
  const { restore } = useCommands();
  const isReadOnly = useReadOnly();
  const view = useView();
  return (
    <div className={styles.nothing}>
      <EmptyState
        title="In the trash"
        action={
          <>
            {!isReadOnly && <Button onPress={() => restore(chosen)}>Restore</Button>}
            <Button variant="quiet" onPress={() => view.go({ view: 'trash' })}>
              Open the trash
            </Button>
          </>
        }
      >
        This entry was deleted. It can be brought back with everything it had.
      </EmptyState>
    </div>
  );
}
