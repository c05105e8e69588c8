import { useState } from 'react';
import type { ClipboardEvent } from 'react';
import { Button, Checkbox, Dialog, TextArea, TextField } from '../../ui/index.ts';
import { broughtFile, broughtText } from './brought.ts';
import type { Brought } from './brought.ts';
import styles from './flow.module.css';
import { captureTitle } from './flow-words.ts';
import { typedAddress } from './web-address.ts';

interface StartDialogProps {
  /** The source that is captured again; null for new ones. */
  readonly into: { readonly title: string; readonly address: string; readonly isFirst: boolean } | null;
  readonly onOpenFiles: () => void;
  readonly onAddress: (address: string) => void;
  readonly onBrought: (brought: readonly Brought[]) => void;
  readonly onCancel: () => void;
}

/** What was pasted from a page: its text, and how it was written. */
interface Pasted {
  readonly text: string;
  readonly html: string;
}

/** The ways in: files, a web address, or what is pasted. */
export function StartDialog({ into, onOpenFiles, onAddress, onBrought, onCancel }: StartDialogProps) {
  const [text, setText] = useState('');
  const [pasted, setPasted] = useState<Pasted | null>(null);
  const [keeps, setKeeps] = useState(true);
  // What was changed by hand is no longer what stood on the page.
  const html = pasted !== null && pasted.text === text ? pasted.html : null;
  const paste = (event: ClipboardEvent): void => {
    const files = [...event.clipboardData.files];
    const found = event.clipboardData.getData('text/html');
    const words = event.clipboardData.getData('text/plain').replace(/\r\n?/g, '\n');
    if (files.length > 0) onBrought(files.map(broughtFile));
    else if (found.trim() !== '' && words.trim() !== '' && text.trim() === '') {
      setText(words);
      setPasted({ text: words, html: found });
    } else return;
    event.preventDefault();
  };
  return (
    <Dialog
      title={into === null ? 'Add a source' : captureTitle(into)}
      size="large"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
      footer={
        <>
          <Button onPress={onCancel}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={text.trim() === ''}
            onPress={() => onBrought([broughtText(text, keeps ? html : null)])}
          >
            Go on
          </Button>
        </>
      }
    >
      <div className={styles.start}>
        <div className={styles.ways}>
          <Button onPress={onOpenFiles}>{into === null ? 'Open files…' : 'Open file…'}</Button>
          <p>
            {into === null
              ? 'PDF, saved web pages, Markdown or text, several at once. They can also be dropped on the window.'
              : 'The file as it is now: PDF, a saved web page, Markdown or text.'}
          </p>
        </div>
        <AddressField initial={into?.address ?? ''} onAddress={onAddress} />
        {/* The text area inside takes the keyboard; here its paste is looked at for what the text area would drop. */}
        <div onPaste={paste}>
          <TextArea
            label="The source’s text"
            description="Or paste the text here. It is kept exactly as it is."
            value={text}
            onChange={setText}
            rows={8}
            inputClassName={styles.text ?? ''}
            autoFocus
          />
        </div>
        {html !== null && (
          <Checkbox isSelected={keeps} onChange={setKeeps}>
            Keep its headings, links and lists, as on the page it was copied from
          </Checkbox>
        )}
      </div>
    </Dialog>
  );
}

function AddressField({ initial, onAddress }: { readonly initial: string; readonly onAddress: (to: string) => void }) {
  const [words, setWords] = useState(initial);
  const [isWrong, setWrong] = useState(false);
  const fetch = (): void => {
    const address = typedAddress(words);
    setWrong(address === null);
    if (address !== null) onAddress(address);
  };
  return (
    <form
      className={styles.address}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        fetch();
      }}
    >
      <TextField
        label="Web address"
        placeholder="https://…"
        description="It is fetched once, when you press the button; never by itself."
        value={words}
        onChange={(value) => {
          setWords(value);
          setWrong(false);
        }}
        isInvalid={isWrong}
        errorMessage="This is no web address. Try one that begins with https://."
      />
      <Button type="submit" isDisabled={words.trim() === ''}>
        Fetch page
      </Button>
    </form>
  );
}
