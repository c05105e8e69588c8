import { draftTextField } from '../../../shared/evidence/index.ts';
import type { Relation } from '../../../shared/evidence/index.ts';
import type { TextQuote } from '../../../shared/anchors/index.ts';
import { dateInWords } from '../../../shared/story/dates/index.ts';
import { wholeStory } from '../../../shared/story/evidence-ends.ts';
import type { EntryRef } from '../../../shared/story/ref.ts';
import { emptyRichText } from '../../../shared/story/rich-text.ts';
import type { RichText } from '../../../shared/story/rich-text.ts';
import type { EntryOf } from '../../../shared/story/sections.ts';
import { readTypedDate } from '../../fields/index.ts';

type Fields = EntryOf<'evidence'>['fields'];

/** A link while it is made or changed. */
export interface LinkForm {
  readonly from: EntryRef | null;
  /** The entry; its field is `field`. */
  readonly to: EntryRef | null;
  /** '' for the whole entry. */
  readonly field: string;
  readonly sentence: TextQuote | null;
  readonly relation: Relation;
  readonly credibility: Fields['credibility'];
  readonly note: RichText;
  readonly value: string;
  readonly unit: string;
  readonly scope: string;
  /** In words, as typed. */
  readonly asOf: string;
}

/** What is wrong with a form, by what it is wrong with. */
export interface FormErrors {
  readonly from?: string;
  readonly to?: string;
  readonly sentence?: string;
  readonly asOf?: string;
}

/** A new link with what is given of it. */
export function newForm(from: EntryRef | null, to: EntryRef | null): LinkForm {
  return {
    from,
    to,
    field: to?.field ?? usualField(to),
    sentence: null,
    relation: 'supports',
    credibility: 'unset',
    note: emptyRichText,
    value: '',
    unit: '',
    scope: '',
    asOf: '',
  };
}

/** What a link is now. */
export function formOf({ fields }: EntryOf<'evidence'>): LinkForm {
  const { from, to, sentence, relation, credibility, note, value, unit, scope, asOf } = fields;
  const words = asOf === null ? '' : dateInWords(asOf);
  return { from, to, field: to?.field ?? '', sentence, relation, credibility, note, value, unit, scope, asOf: words };
}

/** Which field is meant unless somebody says another: the one that says most, or the whole entry. */
export function usualField(to: EntryRef | null): string {
  if (to?.kind === 'indicators') return 'value';
  if (to?.kind === 'drafts') return draftTextField;
  return to?.kind === wholeStory.kind ? 'overview' : '';
}

/** The link that a form describes, or what is wrong with it. */
export function readForm(
  form: LinkForm,
  today: string,
):
  | { readonly ok: true; readonly fields: Omit<Fields, 'from' | 'to'> & { from: EntryRef; to: EntryRef } }
  | { readonly ok: false; readonly errors: FormErrors } {
  const { from, to, field, sentence, asOf, ...others } = form;
  const isSentence = to?.kind === 'drafts' && field === draftTextField;
  const date = readTypedDate(asOf, today);
  const errors: FormErrors = {
    ...(from === null ? { from: 'Choose a passage or a source.' } : {}),
    ...(to === null ? { to: 'Choose what it speaks to.' } : {}),
    ...(isSentence && sentence === null ? { sentence: 'Choose a sentence of the draft.' } : {}),
    ...(date.ok ? {} : { asOf: date.message }),
  };
  if (from === null || to === null || !date.ok || Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    fields: {
      ...others,
      value: others.value.trim(),
      unit: others.unit.trim(),
      scope: others.scope.trim(),
      from: { kind: from.kind, id: from.id },
      to: { kind: to.kind, id: to.id, ...(field === '' ? {} : { field }) },
      sentence: isSentence ? sentence : null,
      asOf: date.value,
    },
  };
}
