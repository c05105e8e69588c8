import { useState } from 'react';
import type { Entry } from '../../../shared/story/entry.ts';
import { findSection } from '../../../shared/story/sections.ts';
import { useCommands, useReadOnly } from '../../session/session-context.ts';
import { Button, EmptyState, momentWords, Option, SearchField, Select, toasts } from '../../ui/index.ts';
import { findTrash } from './find-trash.ts';
import styles from './TrashView.module.css';
import { ToDecide } from './ToDecide.tsx';
import { useTrash } from './use-trash.ts';

/** Rows shown at first, and added at a time. */
const pageSize = 100;

/** What was deleted in this notebook, of every kind, and the way to bring it back. */
export function TrashView() {
  const entries = useTrash();
  return (
    <div className={styles.view}>
      <h1 className={styles.title}>Trash</h1>
      <p className={styles.words}>
        What is deleted stays here, so that nothing a colleague added meanwhile is lost with it. Restoring puts it back
        in its old place.
      </p>
      <ToDecide />
      {entries.length === 0 ? (
        <EmptyState title="Nothing was deleted">
          Deleted events, people, notes, drafts and sources appear here.
        </EmptyState>
      ) : (
        <Trash entries={entries} />
      )}
    </div>
  );
}

const allKinds = '';

function Trash({ entries }: { readonly entries: readonly Entry[] }) {
  const [kind, setKind] = useState(allKinds);
  const [words, setWords] = useState('');
  const [shown, setShown] = useState(pageSize);
  const kinds = [...new Set(entries.map((entry) => entry.kind))];
  // The last of a kind was restored: its filter is gone with it.
  const chosen = kinds.includes(kind) ? kind : allKinds;
  const found = findTrash(entries, { kind: chosen === allKinds ? null : chosen, words });
  return (
    <>
      <div role="group" aria-label="Filters" className={styles.filters}>
        <Select
          aria-label="Kind of what was deleted"
          className={styles.kind}
          value={chosen}
          onChange={(key) => setKind(String(key))}
        >
          <Option id={allKinds}>Everything</Option>
          {kinds.map((one) => (
            <Option key={one} id={one}>
              {findSection(one)?.names.many ?? one}
            </Option>
          ))}
        </Select>
        <SearchField aria-label="Search the trash" placeholder="Search the trash" value={words} onChange={setWords} />
        <p role="status" className={styles.meta}>
          {found.length === entries.length
            ? `${entries.length.toLocaleString('en')} in the trash`
            : `${found.length.toLocaleString('en')} of ${entries.length.toLocaleString('en')}`}
        </p>
      </div>
      <ul className={styles.list} aria-label="Deleted entries">
        {found.slice(0, shown).map((entry) => (
          <TrashRow key={`${entry.kind}/${entry.id}`} entry={entry} />
        ))}
      </ul>
      {found.length === 0 && <p className={styles.none}>Nothing in the trash fits.</p>}
      {found.length > shown && (
        <Button size="small" className={styles.more} onPress={() => setShown(shown + pageSize)}>
          Show more
        </Button>
      )}
    </>
  );
}

function TrashRow({ entry }: { readonly entry: Entry }) {
  const { restore } = useCommands();
  const isReadOnly = useReadOnly();
  const section = findSection(entry.kind);
  const title = section?.title(entry.fields) ?? entry.id;
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <span className={styles.name}>{title}</span>
        <span className={styles.meta}>
          {section?.names.one} · deleted {momentWords(entry.deletedAt ?? '', new Date())}
          {entry.deletedBy !== '' && ` by ${entry.deletedBy}`}
        </span>
      </span>
      {!isReadOnly && (
        <Button
          size="small"
          aria-label={`Restore ${title}`}
          onPress={() => {
            restore({ kind: entry.kind, id: entry.id });
            toasts.show({ message: `Restored “${title}”` });
          }}
        >
          Restore
        </Button>
      )}
    </li>
  );
}
