import { useState } from 'react';
import { describeSource } from '../../shared/imports/index.ts';
import { dateInWords, readDateWords } from '../../shared/story/dates/index.ts';
import type { StoryDate } from '../../shared/story/dates/index.ts';
import type { EntryOf } from '../../shared/story/sections.ts';
import { localDay } from '../fields/index.ts';
import { Button, Dialog, sizeWords, TextField } from '../ui/index.ts';
import { excerpt } from './excerpt.ts';
import styles from './imports.module.css';

export type SourceFields = Pick<
  EntryOf<'sources'>['fields'],
  'title' | 'authors' | 'publisher' | 'published' | 'accessed' | 'address' | 'language'
>;

interface SourceDialogProps {
  /** The file's name; '' for pasted text. */
  readonly name: string;
  readonly text: string;
  /** Bytes. */
  readonly size: number;
  readonly onAdd: (fields: SourceFields) => void;
  readonly onCancel: () => void;
}

/** What is known of a source: what its text seems to say is suggested, and a person confirms it. */
export function SourceDialog({ name, text, size, onAdd, onCancel }: SourceDialogProps) {
  const today = localDay(new Date());
  const [words, setWords] = useState(() => suggested(text, name, today));
  const [asked, setAsked] = useState(false);
  const dates = { published: readDay(words.published, today), accessed: readDay(words.accessed, today) };
  const write = (field: keyof typeof words) => (value: string) => setWords((before) => ({ ...before, [field]: value }));
  const add = (): void => {
    const { published, accessed } = dates;
    if (words.title.trim() === '' || published === undefined || accessed === undefined) {
      setAsked(true);
      return;
    }
    const { title, publisher, address, language } = words;
    const authors = words.authors.split(/\s*[,;]\s*/).filter((author) => author !== '');
    onAdd({ ...trimmed({ title, publisher, address, language }), authors, published, accessed });
  };
  const dateError = 'This is not understood as a date. Try “25 March 2021” or “March 2021”.';
  return (
    <Dialog
      title="About this source"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
      footer={
        <>
          <Button onPress={onCancel}>Cancel</Button>
          <Button variant="primary" onPress={add}>
            Add source
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextField
          label="Title"
          isRequired
          autoFocus
          value={words.title}
          onChange={write('title')}
          isInvalid={asked && words.title.trim() === ''}
          errorMessage="A source needs a title."
        />
        <TextField
          label="Authors"
          description="Separated by commas"
          value={words.authors}
          onChange={write('authors')}
        />
        <TextField label="Publisher" value={words.publisher} onChange={write('publisher')} />
        <div className={styles.answers}>
          <TextField
            label="Published"
            placeholder="25 March 2021"
            value={words.published}
            onChange={write('published')}
            isInvalid={dates.published === undefined}
            errorMessage={dateError}
          />
          <TextField
            label="Accessed"
            value={words.accessed}
            onChange={write('accessed')}
            isInvalid={dates.accessed === undefined}
            errorMessage={dateError}
          />
          <TextField label="Address" placeholder="https://…" value={words.address} onChange={write('address')} />
          <TextField label="Language" placeholder="en" value={words.language} onChange={write('language')} />
        </div>
      </div>
      <figure className={styles.excerpt}>
        <figcaption className={styles.quiet}>
          {name === '' ? 'Pasted text' : name}, {sizeWords(size)}. It begins
        </figcaption>
        <blockquote>{excerpt(text)}</blockquote>
      </figure>
    </Dialog>
  );
}

function suggested(text: string, name: string, today: string) {
  const { title, authors, published, address } = describeSource(text, name);
  return {
    title,
    authors: authors.join(', '),
    publisher: '',
    published: published === null ? '' : dateInWords(published),
    accessed: dateInWords({ edtf: today }),
    address,
    language: '',
  };
}

/** Null for nothing written or "unknown", undefined for words that are not understood. */
function readDay(words: string, today: string): StoryDate | null | undefined {
  if (words.trim() === '') return null;
  const reading = readDateWords(words, { today });
  return reading === null ? undefined : reading.kind === 'date' ? reading.date : null;
}

function trimmed<K extends string>(fields: Record<K, string>): Record<K, string> {
  const entries = Object.entries<string>(fields).map(([name, value]) => [name, value.trim()]);
  // The same keys as came in.
  return Object.fromEntries(entries) as Record<K, string>;
}
