import type { LabelledText } from '../../story/brief-block.ts';
import type { Entry } from '../../story/entry.ts';
import type { Field } from '../../story/fields.ts';
import { richParagraphs } from '../../story/rich-text.ts';
import type { RichText } from '../../story/rich-text.ts';
import type { AnySection } from '../../story/sections.ts';
import { fictionLabel } from '../../story/sections/voices/index.ts';
import type { Lookups } from './apparatus.ts';
import { heading } from './blocks.ts';
import { quoted } from './drafts.ts';
import { lineOf, paragraphsOf } from './escape.ts';
import { markOf } from './marks.ts';
import { spansOf } from './spans.ts';
import { isLine, valueLines } from './values.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The heading of a story without a title, and that of its overview. */
export const untitledStory = 'Untitled story';
export const overviewHeading = 'Overview';

/** What is said of an entry besides its fields. */
export interface Beside {
  /** The signs of the notes that stand at its end; '' for none. */
  readonly signs: string;
  /** What the evidence says: who disputes it, and what is said where words stand against each other. */
  readonly found: readonly LabelledText[];
}

const disputed = 'Disputed';
const saidBy = 'Said by ';

/** What a brief prints of the evidence for an entry, as lines. */
export function foundLines(disputes: string, statements: readonly LabelledText[]): readonly LabelledText[] {
  const by = disputes.startsWith(`${disputed}: `) ? disputes.slice(disputed.length + 2) : disputes;
  return [
    ...(by === '' ? [] : [{ label: disputed, text: by }]),
    ...statements.map(({ label, text }) => ({ label: `${saidBy}${label}`, text })),
  ];
}

/** Whether a line says what is found in the evidence, and is no field's. */
export function isFoundLabel(label: string): boolean {
  return label === disputed || label.startsWith(saidBy);
}

/** An entry below its title: a list of its short fields by their labels, then its texts. `readNotebookMarkdown` reads it again. */
export function entryBlocks(
  section: AnySection,
  { kind, id, fields }: Entry,
  lookups: Pick<Lookups, 'titleOf'>,
  { signs, found }: Beside,
): readonly string[] {
  const name = titleField(section);
  const own: Fields = name !== undefined && isImplied(section, fields, name) ? { ...fields, [name]: '' } : fields;
  const title = name === undefined ? '' : heading(3, section.title(fields));
  const lines = [
    ...fieldLines(section.fields, own, lookups),
    ...found.map(({ label, text }) => `**${lineOf(label)}:** ${lineOf(text)}`),
  ];
  const list = lines.map((line) => `- ${line}`).join('\n');
  const blocks = [list, ...textBlocks(section, fields)].filter((block) => block !== '');
  const last = blocks.at(-1);
  return [
    last === undefined && title !== '' ? title + signs : title,
    markOf({ kind, id }),
    ...blocks.slice(0, -1),
    ...(last === undefined ? [] : [last + signs]),
  ];
}

/** The field that an entry's heading says; undefined where entries have no headings. */
export function titleField({ nameFields }: AnySection): string | undefined {
  return nameFields[0];
}

/** Whether the heading says a field already: without it, it would be another. */
function isImplied(section: AnySection, fields: Entry['fields'], name: string): boolean {
  return lineOf(section.title({ ...fields, [name]: '' })) !== lineOf(section.title(fields));
}

/** "**Status:** Navigation suspended", for each short field that says something, and each item of one that is a list. */
export function fieldLines(
  set: Readonly<Record<string, Field<unknown>>>,
  values: Fields,
  lookups: Pick<Lookups, 'titleOf'>,
): readonly string[] {
  return Object.entries(set)
    .filter(([, field]) => isLine(field))
    .flatMap(([name, field]) =>
      valueLines(field, values[name], lookups).map((line) => `**${lineOf(field.label)}:** ${line}`),
    );
}

/** The texts of a section's entries, in order: the first stands without its label. */
export function textFields(section: AnySection): readonly (readonly [string, Field<unknown>])[] {
  return Object.entries(section.fields).filter(([, { type }]) => type === 'prose' || type === 'rich');
}

/** The words before a text that is not the first. */
export function textLabel({ label }: Field<unknown>): string {
  return `${label}.`;
}

function textBlocks(section: AnySection, fields: Fields): readonly string[] {
  return textFields(section).flatMap(([name, field], at) => {
    const paragraphs =
      field.type === 'rich'
        ? // A field of this type holds rich text.
          richParagraphs(fields[name] as RichText).map((paragraph) => spansOf(paragraph, null))
        : paragraphsOf(field.plain(fields[name]));
    if (at === 0 && section.fictional === true) return [quoted([`**${fictionLabel}**`, ...paragraphs])];
    if (paragraphs.length === 0) return [];
    return at === 0 ? paragraphs : [`**${lineOf(textLabel(field))}**`, ...paragraphs];
  });
}
