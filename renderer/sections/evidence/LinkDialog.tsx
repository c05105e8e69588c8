import { useState } from 'react';
import { draftTextField } from '../../../shared/evidence/index.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { section } from '../../../shared/story/sections.ts';
import type { EntryOf } from '../../../shared/story/sections.ts';
import { RichTextField } from '../../editor/index.ts';
import { useReadingDay } from '../../fields/index.ts';
import { useSession } from '../../session/session-context.ts';
import { Button, Dialog, Disclosure, Option, Radio, RadioGroup, Select, TextField } from '../../ui/index.ts';
import { EndPicker } from './EndPicker.tsx';
import { EndQuote } from './EndQuote.tsx';
import styles from './evidence.module.css';
import { FieldPicker } from './FieldPicker.tsx';
import { evidenceEnds, targetEnds } from './find-ends.ts';
import { formOf, newForm, readForm, usualField } from './link-form.ts';
import type { FormErrors, LinkForm } from './link-form.ts';
import { SentencePicker } from './SentencePicker.tsx';
import type { EvidenceVerbs } from './use-evidence-verbs.ts';

/** What the dialog is about. */
export type LinkTask =
  | { readonly kind: 'from' | 'to'; readonly ref: EntryRef }
  /** Neither end is given. */
  | { readonly kind: 'new' }
  | { readonly kind: 'change'; readonly entry: EntryOf<'evidence'> };

interface LinkDialogProps {
  readonly task: LinkTask;
  readonly verbs: EvidenceVerbs;
  readonly onClose: () => void;
}

const { relation: relations, credibility: grades } = section('evidence').fields;

/** Links a passage or source to what it speaks to, or changes such a link. */
export function LinkDialog({ task, verbs, onClose }: LinkDialogProps) {
  const { reader } = useSession();
  const today = useReadingDay();
  const [form, setForm] = useState(() => formFor(task));
  const [errors, setErrors] = useState<FormErrors>({});
  const [refused, setRefused] = useState<string | null>(null);
  const write = (part: Partial<LinkForm>): void => {
    setForm((before) => ({ ...before, ...part }));
    setRefused(null);
  };
  const save = (): void => {
    const read = readForm(form, today);
    setErrors(read.ok ? {} : read.errors);
    if (!read.ok) return;
    if (task.kind !== 'change') {
      const why = verbs.link(read.fields);
      setRefused(why);
      if (why === null) onClose();
      return;
    }
    verbs.change(task.entry.id, read.fields);
    onClose();
  };
  // Gathered once: what changes elsewhere meanwhile must not take the list away from under one's hands.
  const [ends] = useState(() => ({ from: evidenceEnds(reader), to: targetEnds(reader) }));
  const isFrom = task.kind === 'from' || task.kind === 'change';
  const isTo = task.kind === 'to' || task.kind === 'change';
  return (
    <Dialog
      title={task.kind === 'change' ? 'Change evidence' : 'Link evidence'}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={save}>
            {task.kind === 'change' ? 'Save' : 'Link evidence'}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        {isFrom ? (
          <EndQuote from={form.from} />
        ) : (
          <EndPicker
            label="Passage or source"
            placeholder="Begin with words of the passage, or the source’s title"
            emptyWords="There is no such passage or source. Add a source first."
            ends={ends.from}
            value={form.from}
            onChange={(from) => write({ from })}
            error={errors.from ?? null}
            autoFocus
          />
        )}
        {isTo ? null : (
          <EndPicker
            label="What it speaks to"
            placeholder="Begin with the name of an event, an indicator, a person…"
            emptyWords="Nothing in this notebook is called so."
            ends={ends.to}
            value={form.to}
            onChange={(to) => write({ to, field: usualField(to), sentence: null })}
            error={errors.to ?? null}
            autoFocus={isFrom}
          />
        )}
        {form.to !== null && (
          <FieldPicker of={form.to} field={form.field} onField={(field) => write({ field })} offersWhole />
        )}
        {form.to?.kind === 'drafts' && form.field === draftTextField && (
          <SentencePicker
            key={form.to.id}
            draft={form.to.id}
            value={form.sentence}
            onChange={(sentence) => write({ sentence })}
            error={errors.sentence ?? null}
          />
        )}
        <RadioGroup
          label="Relation"
          orientation="horizontal"
          value={form.relation}
          // The radios below are the relations.
          onChange={(relation) => write({ relation: relation as LinkForm['relation'] })}
        >
          {Object.entries(relations.choices ?? {}).map(([key, words]) => (
            <Radio key={key} value={key}>
              {words}
            </Radio>
          ))}
        </RadioGroup>
        <Select
          label="Credibility of what it says"
          value={form.credibility}
          // The options below are the grades.
          onChange={(key) => write({ credibility: key as LinkForm['credibility'] })}
        >
          {Object.entries(grades.choices ?? {}).map(([key, words]) => (
            <Option key={key} id={key}>
              {words}
            </Option>
          ))}
        </Select>
        <ValuePart form={form} write={write} error={errors.asOf ?? null} />
        <div className={styles.note}>
          <span aria-hidden="true" className={styles.noteLabel}>
            Note
          </span>
          <div className={styles.noteInput}>
            <RichTextField
              label="Note"
              value={form.note}
              onChange={(note) => write({ note })}
              onSubmit={save}
              undo="own"
            />
          </div>
        </div>
        {refused !== null && (
          <p role="alert" className={styles.refused}>
            {refused}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function formFor(task: LinkTask): LinkForm {
  if (task.kind === 'change') return formOf(task.entry);
  return newForm(task.kind === 'from' ? task.ref : null, task.kind === 'to' ? task.ref : null);
}

interface ValuePartProps {
  readonly form: LinkForm;
  readonly write: (part: Partial<LinkForm>) => void;
  readonly error: string | null;
}

/** The value that the passage gives, for the contradiction ledger. */
function ValuePart({ form, write, error }: ValuePartProps) {
  const [isOpen, setOpen] = useState(form.value !== '' || form.unit !== '' || form.scope !== '' || form.asOf !== '');
  return (
    <Disclosure title="The value it gives" isExpanded={isOpen || error !== null} onExpandedChange={setOpen}>
      <div className={styles.values}>
        <TextField label="Value" placeholder="237" value={form.value} onChange={(value) => write({ value })} />
        <TextField label="Unit" placeholder="vessels" value={form.unit} onChange={(unit) => write({ unit })} />
        <TextField
          label="Scope"
          placeholder="Both ends and the lake"
          value={form.scope}
          onChange={(scope) => write({ scope })}
        />
        <TextField
          label="As of"
          placeholder="26 March 2021"
          value={form.asOf}
          onChange={(asOf) => write({ asOf })}
          isInvalid={error !== null}
          errorMessage={error}
        />
      </div>
    </Disclosure>
  );
}
