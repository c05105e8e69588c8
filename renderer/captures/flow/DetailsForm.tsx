import { TextField } from '../../ui/index.ts';
import type { CaptureItem } from './capture-item.ts';
import { readDetails } from './details.ts';
import type { DetailWords } from './details.ts';
import styles from './flow.module.css';

interface DetailsFormProps {
  readonly item: CaptureItem;
  readonly today: string;
  readonly autoFocus?: boolean;
  readonly onWrite: (field: keyof DetailWords, value: string) => void;
}

const dateError = 'This is not understood as a date. Try “25 March 2021” or “March 2021”.';

/** What is known of a source: what its file seems to say is suggested, and a person confirms it. */
export function DetailsForm({ item, today, autoFocus = false, onWrite }: DetailsFormProps) {
  const { words, isWrong } = item;
  const read = readDetails(words, today);
  const isInvalid = (field: keyof DetailWords): boolean => !read.ok && read.wrong.has(field);
  const bind = (field: keyof DetailWords) => ({
    value: words[field],
    onChange: (value: string) => onWrite(field, value),
  });
  return (
    <div className={styles.form}>
      <TextField
        label="Title"
        isRequired
        autoFocus={autoFocus}
        {...bind('title')}
        isInvalid={isWrong && isInvalid('title')}
        errorMessage="A source needs a title."
      />
      <TextField label="Authors" description="Separated by commas" {...bind('authors')} />
      <TextField label="Publisher" {...bind('publisher')} />
      <div className={styles.pair}>
        <TextField
          label="Published"
          placeholder="25 March 2021"
          {...bind('published')}
          isInvalid={isInvalid('published')}
          errorMessage={dateError}
        />
        <TextField label="Accessed" {...bind('accessed')} isInvalid={isInvalid('accessed')} errorMessage={dateError} />
        <TextField label="Address" placeholder="https://…" {...bind('address')} />
        <TextField label="Language" placeholder="en" {...bind('language')} />
      </div>
    </div>
  );
}
