import { useState } from 'react';
import { useSession } from '../session/session-context.ts';
import { Button, Dialog, Option, ProgressBar, Radio, RadioGroup, Select } from '../ui/index.ts';
import { draftOfBrief } from './brief-draft.ts';
import { exportForms } from './export-formats.ts';
import type { ExportForm } from './export-formats.ts';
import styles from './exports.module.css';

/** A draft that can be exported on its own. */
interface DraftChoice {
  readonly id: string;
  readonly title: string;
}

interface ExportStoryDialogProps {
  readonly drafts: readonly DraftChoice[];
  /** The one somebody is in; null for none. */
  readonly openDraft: string | null;
  readonly busy: boolean;
  /** What went wrong last time; null where nothing did. */
  readonly problem: string | null;
  /** `draft`: for a brief the one it prints, for Markdown the one it is of; null for none, and for the whole notebook. */
  readonly onExport: (form: ExportForm, draft: string | null) => void;
  readonly onCancel: () => void;
}

/** No draft is called so: ids are not empty. */
const none = '';

/** In which form the notebook, its brief or its timeline is to be exported. */
export function ExportStoryDialog(props: ExportStoryDialogProps) {
  const { drafts, openDraft, busy, problem, onExport, onCancel } = props;
  const [form, setForm] = useState<ExportForm>('html');
  const session = useSession();
  const [printed, setPrinted] = useState(() => openDraft ?? draftOfBrief(session) ?? none);
  const [only, setOnly] = useState(none);
  const isBrief = form === 'html' || form === 'docx';
  const draft = isBrief ? printed : form === 'md' ? only : none;
  return (
    <Dialog
      title="Export"
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onCancel();
      }}
      footer={
        <>
          <Button onPress={onCancel}>Cancel</Button>
          <Button variant="primary" isDisabled={busy} onPress={() => onExport(form, draft === none ? null : draft)}>
            Export…
          </Button>
        </>
      }
    >
      <p className={styles.words}>For pages in PDF, export the brief from the Brief view.</p>
      <RadioGroup
        label="Form"
        value={form}
        isDisabled={busy}
        onChange={(value) => setForm(exportForms.find((one) => one.form === value)?.form ?? 'html')}
      >
        {exportForms.map(({ form: value, name, about }) => (
          <Radio key={value} value={value} description={about}>
            {name}
          </Radio>
        ))}
      </RadioGroup>
      {isBrief && drafts.length > 0 && (
        <div className={styles.what}>
          <Select
            label="Draft"
            selectedKey={printed}
            isDisabled={busy}
            onSelectionChange={(key) => setPrinted(String(key))}
          >
            <Option id={none}>No draft</Option>
            {drafts.map(({ id, title }) => (
              <Option key={id} id={id}>
                {title}
              </Option>
            ))}
          </Select>
        </div>
      )}
      {form === 'md' && drafts.length > 0 && (
        <div className={styles.what}>
          <Select label="What" selectedKey={only} isDisabled={busy} onSelectionChange={(key) => setOnly(String(key))}>
            <Option id={none}>The whole notebook</Option>
            {drafts.map(({ id, title }) => (
              <Option key={id} id={id}>
                {`The draft “${title}”`}
              </Option>
            ))}
          </Select>
        </div>
      )}
      {busy && <ProgressBar label="Preparing the file" isIndeterminate />}
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </Dialog>
  );
}
