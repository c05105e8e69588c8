import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button, Dialog, TextArea } from '../ui/index.ts';

interface PasteDialogProps {
  readonly title: string;
  /** What the text is: the label of its field. */
  readonly label: string;
  readonly description: string;
  /** Another way to bring the text, among the buttons. */
  readonly other?: ReactNode;
  readonly onText: (text: string) => void;
  readonly onCancel: () => void;
}

/** A place to paste text into, for those who would rather see it first. */
export function PasteDialog({ title, label, description, other, onText, onCancel }: PasteDialogProps) {
  const [text, setText] = useState('');
  return (
    <Dialog
      title={title}
      size="large"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
      footer={
        <>
          {other}
          <Button onPress={onCancel}>Cancel</Button>
          <Button variant="primary" isDisabled={text.trim() === ''} onPress={() => onText(text)}>
            Go on
          </Button>
        </>
      }
    >
      <TextArea label={label} description={description} value={text} onChange={setText} rows={12} autoFocus />
    </Dialog>
  );
}
