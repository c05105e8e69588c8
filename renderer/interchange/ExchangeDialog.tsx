import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import type { StoryReader } from '../../shared/story/reading/reader.ts';
import { Button, Checkbox, Dialog } from '../ui/index.ts';
import { acceptedOf, countedWords, exchangeItems } from './exchange-items.ts';
import type { Accepted } from './exchange-items.ts';
import { ExchangeList } from './ExchangeList.tsx';
import styles from './interchange.module.css';

interface ExchangeDialogProps {
  readonly draft: ImportDraft;
  readonly reader: StoryReader;
  /** What comes after this one, where several were brought. */
  readonly waiting: ReactNode;
  readonly onAccept: (accepted: Accepted) => void;
  readonly onCancel: () => void;
}

/** References or annotations of a file, before they are added to the open notebook: what is new, known, or belongs to nothing here. */
export function ExchangeDialog({ draft, reader, waiting, onAccept, onCancel }: ExchangeDialogProps) {
  const items = useMemo(() => exchangeItems(draft, reader), [draft, reader]);
  const areReferences = draft.format === 'references';
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(items.flatMap(({ duplicate }, at) => (duplicate === null ? [at] : []))),
  );
  const [keepsTexts, setKeepsTexts] = useState(true);
  const known = items.filter(({ duplicate }) => duplicate !== null).length;
  const texts = draft.unsorted.length;
  const accepted = acceptedOf(draft, (at) => chosen.has(at), keepsTexts);
  const count = accepted.changes.creations.reduce((sum, { drafts }) => sum + drafts.length, 0);
  const all = countedWords(accepted.changes.creations.flatMap(({ drafts }) => drafts));
  return (
    <Dialog
      title={`Import “${draft.fileName}”`}
      size="large"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
      footer={
        <>
          <Button onPress={onCancel}>Cancel</Button>
          <Button variant="primary" isDisabled={count === 0} onPress={() => onAccept(accepted)}>
            {count === 0 ? 'Nothing to add' : `Add ${all}`}
          </Button>
        </>
      }
    >
      <p className={styles.words}>{areReferences ? referencesWords(items.length, known) : annotationsWords(draft)}</p>
      {draft.doubts.length > 0 && (
        <ul className={styles.problems} aria-label="To check">
          {draft.doubts.map(({ line, message }, at) => (
            // Two lines of a file may have the same fault.
            <li key={`${at}/${line}`}>{message}</li>
          ))}
        </ul>
      )}
      {items.length > 0 && (
        <ExchangeList
          name={areReferences ? 'References' : 'Annotations'}
          items={items}
          {...(areReferences ? { chosen, onChoose: setChosen } : {})}
        />
      )}
      {texts > 0 && (
        <section className={styles.texts}>
          <Checkbox isSelected={keepsTexts} onChange={setKeepsTexts}>
            {texts === 1
              ? 'Keep the words of the annotation that belongs to nothing here as unsorted text'
              : `Keep the words of the ${texts.toLocaleString('en-GB')} annotations that belong to nothing here as unsorted text`}
          </Checkbox>
          <ExchangeList
            name="Annotations that belong to nothing here"
            items={draft.unsorted.map(({ text, line }) => {
              const [title = '', ...rest] = text.split('\n');
              return {
                title,
                detail: [...rest, `annotation ${line} of the file`].join(' · '),
                duplicate: null,
                doubts: [],
              };
            })}
          />
        </section>
      )}
      {waiting}
    </Dialog>
  );
}

function referencesWords(all: number, known: number): string {
  const found = `${all.toLocaleString('en-GB')} ${all === 1 ? 'reference' : 'references'}`;
  const kept = 'A reference brings what is known of a source, and no text of it.';
  if (known === 0) return `${found}, none of them known to this notebook. ${kept}`;
  return `${found}, ${known.toLocaleString('en-GB')} known already: those are left out unless you tick them. ${kept}`;
}

function annotationsWords({ entries, unsorted }: ImportDraft): string {
  if (entries.length === 0 && unsorted.length === 0) return 'There is nothing in this file that is not here already.';
  if (entries.length === 0) return 'None of these annotations is about anything in this notebook.';
  return `${countedWords(entries.map(({ draft }) => draft))} ${entries.length === 1 ? 'belongs' : 'belong'} to what is in this notebook.`;
}
