import { useEffect } from 'react';
import { sameRef, refKey } from '../../../shared/story/ref.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { prepareRichText } from '../../editor/index.ts';
import { detailsPanel, useDetailsPanel } from '../../session/details-panel.ts';
import { draftComments } from '../../session/draft-comments.ts';
import { Button, Icon, Menu, MenuItem, MenuTrigger } from '../../ui/index.ts';
import { NoteForm } from './NoteForm.tsx';
import styles from './notes.module.css';
import { Quoted } from './Quoted.tsx';
import { useNoteBox } from './use-note-box.ts';
import type { NoteVerbs } from './use-note-verbs.ts';
import { fieldLabels, wholeWords } from './words.ts';

interface NewNoteProps {
  readonly target: EntryRef;
  /** Stands below threads, where it must not look like one more way to reply. */
  readonly isQuiet: boolean;
  readonly verbs: NoteVerbs;
  readonly onDone: (said: string) => void;
}

/** The way to begin a thread: on the whole entry, or on one of its fields. */
export function NewNote({ target, isQuiet, verbs, onDone }: NewNoteProps) {
  const { unsent, inputRef, takesFocus, openerRef, ...box } = useNoteBox(`new/${refKey(target)}`);
  const { writeAbout, writeAt } = useDetailsPanel();
  const wanted = sameRef(writeAbout, target);
  const start = { text: [], field: target.field };
  const place = unsent?.place;
  useEffect(() => {
    if (place === undefined) return;
    draftComments.write(place);
    return () => draftComments.write(null);
  }, [place]);
  useEffect(() => {
    if (!wanted) return;
    detailsPanel.takeWriting();
    box.open(writeAt === null ? start : { text: [], place: writeAt });
    // Once for each wish; the box is the one of this rendering.
  }, [wanted]); // eslint-disable-line react-hooks/exhaustive-deps
  if (unsent === null) {
    return (
      <button
        ref={openerRef}
        type="button"
        className={isQuiet ? styles.quietOpener : styles.opener}
        onPointerEnter={prepareRichText}
        onFocus={prepareRichText}
        onClick={() => box.open(start)}
      >
        {isQuiet && <Icon name="add" />}
        Write a note…
      </button>
    );
  }
  const { text, field } = unsent;
  // What was begun in the text ends there.
  const leave = (close: (refocus: boolean) => void): void => {
    close(place === undefined);
    if (place !== undefined) draftComments.focusText();
  };
  return (
    <NoteForm
      name={place === undefined ? 'Note' : 'Comment'}
      placeholder={place === undefined ? 'What should be known about this?' : 'What should be known about these words?'}
      above={place === undefined ? null : <Quoted words={place.quote.exact} />}
      text={text}
      onText={(next) => box.change({ text: next, field, place })}
      submitWords={place === undefined ? 'Add note' : 'Add comment'}
      onSubmit={async (words) => {
        const about = field === undefined ? { kind: target.kind, id: target.id } : { ...target, field };
        const done = await verbs.write(about, words, place);
        if (done) {
          leave(box.sent);
          onDone(place === undefined ? 'Note added' : 'Comment added');
        }
        return done;
      }}
      onCancel={() => leave((refocus) => box.cancel(undefined, refocus))}
      onLeave={() => box.cancel(undefined, false)}
      inputRef={inputRef}
      takesFocus={takesFocus}
    >
      {place === undefined && (
        <About target={target} field={field} onField={(next) => box.change({ text, field: next })} />
      )}
    </NoteForm>
  );
}

interface AboutProps {
  readonly target: EntryRef;
  readonly field: string | undefined;
  readonly onField: (field: string | undefined) => void;
}

function About({ target, field, onField }: AboutProps) {
  const labels = fieldLabels(target);
  if (labels.size === 0) return null;
  const whole = wholeWords(target);
  const words = field === undefined ? whole : (labels.get(field) ?? field);
  return (
    <MenuTrigger>
      <Button size="small" variant="quiet" className={styles.about} aria-label={`About ${words}`}>
        <span className={styles.aboutWords}>About {words}</span>
        <Icon name="chevron-down" />
      </Button>
      <Menu
        aria-label="What the note is about"
        selectionMode="single"
        selectedKeys={[field ?? '']}
        onAction={(key) => onField(key === '' ? undefined : String(key))}
      >
        {[['', whole.replace(/^t/, 'T')] as const, ...labels].map(([name, label]) => (
          <MenuItem key={name} id={name}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  );
}
