import * as v from 'valibot';

/** A run of text with the same marks. Paragraphs are separated by "\n". */
export interface RichSpan {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  /** http, https or mailto; anything else is dropped when read. */
  readonly link?: string;
}

/** Rich text as plain data: the spans in order. Stored as a Y.Text whose attributes are the marks. */
export type RichText = readonly RichSpan[];

export const emptyRichText: RichText = [];

/** The names of the marks, which are also the attribute names in the Y.Text. */
export const markNames = ['bold', 'italic', 'link'] as const;

/** Whether an address may be followed from a notebook. */
export function isSafeLink(address: string): boolean {
  return /^(https?:\/\/|mailto:)[^\s]+$/i.test(address) && address.length <= 2048;
}

/** Rich text without marks, from plain text. */
export function richFromPlain(text: string): RichText {
  return text === '' ? emptyRichText : [{ text }];
}

/** The words alone. */
export function plainFromRich(rich: RichText): string {
  return rich.map((span) => span.text).join('');
}

/** The paragraphs of rich text; empty ones are left out. */
export function richParagraphs(rich: RichText): readonly RichText[] {
  const paragraphs: RichSpan[][] = [[]];
  for (const span of rich) {
    span.text.split('\n').forEach((part, index) => {
      if (index > 0) paragraphs.push([]);
      if (part !== '') paragraphs.at(-1)?.push({ ...span, text: part });
    });
  }
  return paragraphs.filter((paragraph) => paragraph.some((span) => span.text.trim() !== ''));
}

/** One span out of raw attributes (a Y.Text delta, a file); marks we do not know are left out of the view. */
export function richSpan(text: string, attributes: Readonly<Record<string, unknown>> = {}): RichSpan {
  const { bold, italic, link } = attributes;
  return {
    text,
    ...(bold === true ? { bold: true as const } : {}),
    ...(italic === true ? { italic: true as const } : {}),
    ...(typeof link === 'string' && isSafeLink(link) ? { link } : {}),
  };
}

/** Adds a run at the end; beside one of the same marks it becomes part of that. */
export function addSpan(spans: RichSpan[], span: RichSpan): void {
  const last = spans.at(-1);
  const isSame = last !== undefined && markNames.every((name) => last[name] === span[name]);
  if (isSame) spans[spans.length - 1] = { ...last, text: last.text + span.text };
  else spans.push(span);
}

/** Checks rich text that comes from a file; marks that are not understood are dropped, words never. */
export const richTextSchema: v.GenericSchema<unknown, RichText> = v.pipe(
  v.array(v.looseObject({ text: v.string() })),
  v.transform((spans) => spans.filter((span) => span.text !== '').map((span) => richSpan(span.text, span))),
);
