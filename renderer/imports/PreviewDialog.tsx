import { useState } from 'react';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import { Button, Dialog, TextField } from '../ui/index.ts';
import { CapturedOnField } from './CapturedOnField.tsx';
import type { HeadAnswers } from './draft-entries.ts';
import { DraftHead } from './DraftHead.tsx';
import { DraftSections } from './DraftSections.tsx';
import styles from './imports.module.css';
import { WaitingNames } from './WaitingNames.tsx';
import type { WaitingProps } from './WaitingNames.tsx';

interface PreviewDialogProps extends WaitingProps {
  readonly draft: ImportDraft;
  readonly onAccept: (answers: HeadAnswers) => void;
  readonly onCancel: () => void;
}

/** What was recognised on a page, before anything is made of it; asks for what the page cannot say. */
export function PreviewDialog({ draft, waiting, onForget, onAccept, onCancel }: PreviewDialogProps) {
  const [title, setTitle] = useState(draft.story.title ?? '');
  const [capturedOn, setCapturedOn] = useState(draft.story.capturedOn ?? null);
  const [asked, setAsked] = useState(false);
  const unnamed = title.trim() === '';
  const accept = (): void => {
    if (unnamed) setAsked(true);
    else onAccept({ title: title.trim(), capturedOn });
  };
  const other = draft.doubts.filter((doubt) => doubt.field !== 'title');
  const aboutTitle = draft.doubts.find((doubt) => doubt.field === 'title');
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
          <Button variant="primary" onPress={accept}>
            Create notebook
          </Button>
        </>
      }
    >
      <div className={styles.answers}>
        <TextField
          label="Title"
          value={title}
          onChange={setTitle}
          isRequired
          autoFocus={unnamed}
          isInvalid={asked && unnamed}
          description={aboutTitle?.message}
          errorMessage="A notebook needs a title."
        />
        <CapturedOnField value={capturedOn} onChange={setCapturedOn} inDays={draft.story.nextInDays ?? null} />
      </div>
      <DraftHead draft={draft} capturedOn={capturedOn} />
      {other.length > 0 && (
        <ul className={styles.doubts} aria-label="To check">
          {other.map((doubt) => (
            <li key={`${doubt.line}/${doubt.message}`}>{doubt.message}</li>
          ))}
        </ul>
      )}
      <DraftSections draft={draft} />
      <WaitingNames {...{ waiting, onForget }} />
    </Dialog>
  );
}
