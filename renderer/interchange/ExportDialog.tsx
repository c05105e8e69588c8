import { useState } from 'react';
import { Button, Dialog, Radio, RadioGroup } from '../ui/index.ts';
import styles from './interchange.module.css';

type Format = 'csl' | 'ris' | 'bibtex';

interface ExportDialogProps {
  /** How many sources the notebook has. */
  readonly count: number;
  readonly onExport: (format: Format) => void;
  readonly onCancel: () => void;
}

const choices: readonly { readonly format: Format; readonly name: string; readonly about: string }[] = [
  { format: 'csl', name: 'CSL-JSON', about: 'For Zotero and citation tools. Says the most, and comes back whole.' },
  { format: 'ris', name: 'RIS', about: 'For EndNote, Mendeley, Zotero and library catalogues.' },
  { format: 'bibtex', name: 'BibTeX', about: 'For LaTeX, with the fields of BibLaTeX.' },
];

/** In which form the sources are to be exported. */
export function ExportDialog({ count, onExport, onCancel }: ExportDialogProps) {
  const [format, setFormat] = useState<Format>('csl');
  return (
    <Dialog
      title="Export sources"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
      footer={
        <>
          <Button onPress={onCancel}>Cancel</Button>
          <Button variant="primary" isDisabled={count === 0} onPress={() => onExport(format)}>
            Export…
          </Button>
        </>
      }
    >
      <p className={styles.words}>
        {count === 0
          ? 'This notebook has no sources yet.'
          : `What is known of ${count === 1 ? 'one source' : `${count.toLocaleString('en-GB')} sources`}, without the captured texts.`}
      </p>
      <RadioGroup
        label="Form"
        value={format}
        onChange={(value) => setFormat(choices.find((choice) => choice.format === value)?.format ?? 'csl')}
      >
        {choices.map(({ format: value, name, about }) => (
          <Radio key={value} value={value} description={about}>
            {name}
          </Radio>
        ))}
      </RadioGroup>
    </Dialog>
  );
}
