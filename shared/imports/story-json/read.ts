import * as v from 'valibot';
import { err, ok } from '../../lib/result.ts';
import type { Result } from '../../lib/result.ts';
import type { ImportDraft } from '../../story/import-draft.ts';
import type { PageEntry } from '../../story/page-rule.ts';
import { readDraftTexts } from '../../story/draft-json.ts';
import { sectionList } from '../../story/sections.ts';
import { storyFields } from '../../story/story-fields.ts';
import type { ImportProblem } from '../problem.ts';
import { headKeys, listKeys, unsortedKind } from './format.ts';
import { headEntries, readHeadFields } from './read-head-fields.ts';
import { ItemError, readItem, readOther } from './read-item.ts';

const topSchema = v.looseObject(
  {
    ...headEntries,
    format: v.optional(v.union([v.string(), v.number()], 'text')),
    unsorted: v.nullish(v.array(v.string('text'), 'a list of texts')),
    extra: v.nullish(
      v.looseObject({
        story: v.nullish(v.record(v.string(), v.unknown(), 'an object')),
        entries: v.nullish(
          v.record(v.string(), v.array(v.record(v.string(), v.unknown(), 'an object'), 'a list'), 'an object'),
        ),
      }),
    ),
  },
  'an object',
);
const listSchema = v.nullish(v.array(v.record(v.string(), v.unknown(), 'an object'), 'a list'), []);

type Top = v.InferOutput<typeof topSchema>;

/** Reads Story JSON, plain or a full export. What it does not know is kept; what is wrong is named with its path. */
export function readStoryJson(
  value: unknown,
  options: { readonly fileName: string; readonly capturedOn: string | null },
): Result<ImportDraft, ImportProblem> {
  const rules = sectionList.flatMap(({ storyJson }) => (storyJson === undefined ? [] : [storyJson.key]));
  const known = new Set<string>([...headKeys, ...listKeys, ...rules]);
  if (typeof value !== 'object' || value === null || !Object.keys(value).some((key) => known.has(key))) {
    return err({
      reason: 'other-kind',
      message: 'This is JSON, but not a story: it has none of the keys of Story JSON. Nothing was imported.',
    });
  }
  const top = v.safeParse(topSchema, value);
  if (!top.success) return err(problemAt(v.getDotPath(top.issues[0]) ?? '', top.issues[0].message));
  try {
    return ok(toDraft(top.output, known, options));
  } catch (error) {
    if (error instanceof ItemError) return err(problemAt(error.path, error.expected));
    throw error;
  }
}

function toDraft(
  top: Top,
  known: ReadonlySet<string>,
  { fileName, capturedOn }: { readonly fileName: string; readonly capturedOn: string | null },
): ImportDraft {
  const lists = sectionList.flatMap((section): readonly PageEntry[] => {
    if (section.storyJson === undefined) return [];
    const { key } = section.storyJson;
    const list = v.safeParse(listSchema, top[key]);
    if (!list.success) throw new ItemError(pathIn(key, v.getDotPath(list.issues[0])), list.issues[0].message);
    return (list.output ?? []).map((item, index) => readItem(section, item, index));
  });
  const stored = top.extra?.entries ?? {};
  const others = sectionList.flatMap((section) =>
    (section.storyJson === undefined ? (stored[section.kind] ?? []) : []).map((item, at) =>
      readOther(section, item, at),
    ),
  );
  const filed = others.filter(({ draft }) => draft.kind === unsortedKind).map(({ draft }) => draft.fields['text']);
  const unsorted = (top.unsorted ?? []).map((text, index) => ({ text, under: '', line: index + 1 }));
  const extra = unknownParts(top, known);
  const texts = readDraftTexts(top.extra?.['drafts']);
  return {
    format: 'story-json',
    fileName,
    story: { ...readHeadFields(top, capturedOn), ...storedStory(top) },
    entries: [...lists, ...others],
    unsorted: unsorted.filter(({ text }) => text.trim() !== '' && !filed.includes(text)),
    doubts: [],
    ...(texts.length === 0 ? {} : { texts }),
    ...(Object.keys(extra).length === 0 ? {} : { extra }),
  };
}

/** Story fields that a full export has under `extra`. */
function storedStory(top: Top): ImportDraft['story'] {
  const stored = top.extra?.story ?? {};
  const values = Object.entries(storyFields).flatMap(([name, field]) => {
    const value = Object.hasOwn(stored, name) ? field.parse(stored[name]) : undefined;
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(values);
}

/** Everything this version does not know, for the notebook to keep. */
function unknownParts(top: Top, known: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  const kinds = new Set(sectionList.map(({ kind }) => kind));
  const entries = Object.entries(top.extra?.entries ?? {}).filter(([kind]) => !kinds.has(kind));
  const lists = listKeys.filter((key) => !sectionList.some(({ storyJson }) => storyJson?.key === key));
  return Object.fromEntries([
    ...Object.entries(top).filter(([key]) => !known.has(key) && key !== 'format' && key !== 'extra'),
    ...lists.filter((key) => Array.isArray(top[key]) && top[key].length > 0).map((key) => [key, top[key]] as const),
    ...Object.entries(top.extra ?? {}).filter(([key]) => !['story', 'entries', 'drafts'].includes(key)),
    ...Object.entries(top.extra?.story ?? {}).filter(([key]) => !Object.hasOwn(storyFields, key)),
    ...(entries.length === 0 ? [] : [['entries', Object.fromEntries(entries)] as const]),
  ]);
}

function pathIn(key: string, path: string | null): string {
  const dot = path?.indexOf('.') ?? -1;
  const index = path === null ? '' : dot < 0 ? path : path.slice(0, dot);
  return index === '' ? key : `${key}[${index}]${dot < 0 ? '' : (path ?? '').slice(dot)}`;
}

function problemAt(path: string, expected: string): ImportProblem {
  const where = path === '' ? 'this file' : `“${path.replace(/\.(\d+)(?=\.|$)/g, '[$1]')}”`;
  return {
    reason: 'bad-json',
    message: `This Story JSON cannot be read: ${where} should be ${expected}. Nothing was imported.`,
  };
}
