import { useState } from 'react';
import type { ClipboardEvent, ReactNode } from 'react';
import { Button, Dialog, TextArea } from '../ui/index.ts';

interface PasteDialogProps {
  readonly title: string;
  /** What the text is: the label of its field. */
  readonly label: string;
  readonly description: string;
  /** Whether the formatting of a table says more than its text: then it is taken at once. */
  readonly hasFormatting?: boolean;
  /** Another way to bring the text, among the buttons. */
  readonly other?: ReactNode;
  readonly onText: (text: string, html?: string) => void;
  readonly onCancel: () => void;
}

/** A longer text is taken as it comes, without being shown in the field. */
const longestShown = 500_000;

/** A place to paste text into, for those who would rather see it first. */
export function PasteDialog({
  title,
  label,
  description,
  hasFormatting = false,
  other,
  onText,
  onCancel,
}: PasteDialogProps) {
  const [text, setText] = useState('');
  // Cells of a web page or a spreadsheet say more with their formatting; a field would hold up the window over megabytes.
  const take = (event: ClipboardEvent): void => {
    const [plain, html] = ['text/plain', 'text/html'].map((type) => event.clipboardData.getData(type));
    const isTable = hasFormatting && /<table[\s>]/i.test(html ?? '');
    if (plain === undefined || text !== '' || (plain.length <= longestShown && !isTable)) return;
    event.preventDefault();
    onText(plain, html);
  };
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
      <div onPaste={take}>
        <TextArea label={label} description={description} value={text} onChange={setText} rows={12} autoFocus />
      </div>
    </Dialog>
  );
}
