import type { ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Field } from '../../story/fields.ts';
import { plainFromRich } from '../../story/rich-text.ts';
import type { RichText } from '../../story/rich-text.ts';
import type { AnySection } from '../../story/sections.ts';
import { fictionLabel } from '../../story/sections/voices/index.ts';
import { isFoundLabel, textFields, textLabel, titleField } from './entries.ts';
import type { Known } from './known.ts';
import { refAt } from './known.ts';
import { noteOf } from './read-blocks.ts';
import { spansOf, wordsOf } from './read-inline.ts';
import { codeSign, isLine, valueOf } from './values.ts';
import type { ReadLine } from './values.ts';

/** Fields as they were read, and lines that no field takes. */
export interface ReadFields {
  readonly values: Readonly<Record<string, unknown>>;
  readonly rest: readonly RootContent[];
}

/** The fields of an entry below its heading; words that no field takes are lines of its first text, or `rest` where it has none. */
export function readEntryFields(
  section: AnySection,
  heading: string,
  nodes: readonly RootContent[],
  known: Known,
): ReadFields {
  const [first, ...behind] = nodes;
  const list = first?.type === 'list' ? readFieldList(section.fields, first.children, known) : null;
  const below = list === null ? nodes : [...list.rest, ...behind];
  const texts = readTexts(section, below, known);
  const values = { ...list?.values, ...texts.values };
  const name = titleField(section);
  const isSaid = name === undefined || Object.hasOwn(values, name) || heading === '';
  return { values: isSaid ? values : { ...values, ...titled(section, name, heading, values) }, rest: texts.rest };
}

/** A heading is what its field says, unless the entry is called so without it. */
function titled(section: AnySection, name: string, heading: string, values: Readonly<Record<string, unknown>>) {
  const fields = Object.entries(section.fields).map(([key, field]) => [key, values[key] ?? field.empty] as const);
  return section.title(Object.fromEntries<unknown>(fields)) === heading ? {} : { [name]: heading };
}

/** Reads items such as "**Status:** Navigation suspended" as fields; the items that are none are `rest`. */
export function readFieldList(
  set: Readonly<Record<string, Field<unknown>>>,
  items: readonly ListItem[],
  known: Known,
): ReadFields {
  const lines = new Map<string, { readonly line: ReadLine; readonly item: ListItem }[]>();
  const taken = new Set<ListItem>();
  for (const item of items) {
    const said = labelled(item, known);
    const name = said === null ? undefined : Object.keys(set).find((key) => isNamed(set[key], said.label));
    if (said !== null && name !== undefined) lines.set(name, [...(lines.get(name) ?? []), { line: said.line, item }]);
    else if (said !== null && isFoundLabel(said.label)) taken.add(item);
  }
  const values: Record<string, unknown> = {};
  for (const [name, given] of lines) {
    const field = set[name];
    const read = given.map(({ line }) => line);
    const value = field === undefined ? undefined : valueOf(field, read);
    if (value === undefined) continue;
    values[name] = value;
    for (const { item } of given) taken.add(item);
  }
  return { values, rest: items.filter((item) => !taken.has(item)).flatMap(({ children }) => children) };
}

function isNamed(field: Field<unknown> | undefined, label: string): boolean {
  return field !== undefined && isLine(field) && field.label.toLowerCase() === label.toLowerCase();
}

interface Labelled {
  readonly label: string;
  readonly line: ReadLine;
}

/** An item of one line that begins with a label; null for any other. */
function labelled({ children }: ListItem, known: Known): Labelled | null {
  const [paragraph, ...more] = children;
  if (paragraph?.type !== 'paragraph' || more.length > 0) return null;
  const [strong, ...value] = paragraph.children;
  if (strong?.type !== 'strong') return null;
  const label = wordsOf(spansOf(strong.children, known)).trim();
  return label.endsWith(':') ? { label: label.slice(0, -1), line: readLine(value, known) } : null;
}

function readLine(nodes: readonly PhrasingContent[], known: Known): ReadLine {
  const words = nodes
    .map((node) =>
      node.type === 'inlineCode' ? `${codeSign}${node.value}${codeSign}` : wordsOf(spansOf([node], known)),
    )
    .join('')
    .trim();
  const link = nodes.find((node) => node.type === 'link');
  return { words, ref: link === undefined ? null : refAt(link.url) };
}

/** The texts of an entry: the first stands without its label, each other behind its own. */
function readTexts(section: AnySection, nodes: readonly RootContent[], known: Known): ReadFields {
  const fields = textFields(section);
  const [main] = fields;
  if (main === undefined) return { values: {}, rest: nodes };
  const found = new Map<string, RootContent[]>();
  let at = main[0];
  for (const node of section.fictional === true ? nodes.flatMap(unquoted) : nodes) {
    const label = labelOf(node, known);
    const next = fields.find(([, field]) => textLabel(field) === label && field !== main[1]);
    if (next !== undefined) at = next[0];
    else if (!(section.fictional === true && label === fictionLabel)) found.set(at, [...(found.get(at) ?? []), node]);
  }
  const values = fields.flatMap(([name, field]) => {
    const text = noteOf(found.get(name) ?? [], known);
    return text.length === 0 ? [] : [[name, field.type === 'rich' ? text : plainFromRich(text)] as const];
  });
  return { values: Object.fromEntries<RichText | string>(values), rest: [] };
}

function unquoted(node: RootContent): readonly RootContent[] {
  return node.type === 'blockquote' ? node.children : [node];
}

/** The words of a paragraph that is bold as a whole; '' for any other. */
function labelOf(node: RootContent, known: Known): string {
  const [strong, ...more] = (node.type === 'paragraph' ? node : emptyParagraph).children;
  return strong?.type === 'strong' && more.length === 0 ? wordsOf(spansOf(strong.children, known)) : '';
}

const emptyParagraph: Paragraph = { type: 'paragraph', children: [] };
