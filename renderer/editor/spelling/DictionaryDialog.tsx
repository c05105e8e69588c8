import { useState } from 'react';
import { useSpelling } from '../../session/spelling.ts';
import { Button, Dialog, IconButton, TextField } from '../../ui/index.ts';
import styles from './spelling.module.css';

/** The person's own words: what was added, and the way to add and remove. */
export function DictionaryDialog({ onClose }: { readonly onClose: () => void }) {
  const { words, add, remove } = useSpelling();
  const [word, setWord] = useState('');
  const send = (): void => {
    add(word.trim());
    setWord('');
  };
  return (
    <Dialog title="Your dictionary" size="small" isOpen onOpenChange={onClose}>
      <p className={styles.intro}>
        Words that are never marked, in any notebook on this computer. Names of people, organizations and places in your
        titles are known already.
      </p>
      <form
        className={styles.add}
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <TextField aria-label="Word to add" value={word} onChange={setWord} maxLength={64} autoFocus />
        <Button type="submit" isDisabled={word.trim() === ''}>
          Add word
        </Button>
      </form>
      {words.length === 0 ? (
        <p className={styles.intro}>You have not added any words.</p>
      ) : (
        <ul className={styles.words} aria-label="Words you added">
          {words
            .toSorted((a, b) => a.localeCompare(b, 'en'))
            .map((one) => (
              <li key={one} className={styles.word}>
                {one}
                <IconButton icon="close" label={`Remove ${one}`} onPress={() => remove(one)} />
              </li>
            ))}
        </ul>
      )}
    </Dialog>
  );
}
