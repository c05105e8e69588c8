import * as v from 'valibot';
import { papers } from '../../shared/bridge/index.ts';
import type { BriefChoice } from '../../shared/brief/index.ts';

export const depths = ['full', 'short'] as const;
export const notesPlaces = ['foot', 'end'] as const;
export const citationStyles = ['notes', 'numeric', 'author-date'] as const;

/** What is chosen where no draft is to be printed. */
export const noDraft = '';

const day = v.pipe(v.string(), v.isoDate());
const edtf = v.pipe(v.string(), v.maxLength(64));
const kinds = v.array(v.pipe(v.string(), v.maxLength(64)));

const schema = v.object({
  /** The parts as somebody put them in order; those not named stand where they usually do. */
  order: v.fallback(kinds, []),
  /** The parts left out. Everything else is printed, also what a newer version adds. */
  off: v.fallback(kinds, []),
  /** The draft that is printed; `noDraft` where somebody wants none, null while nobody has said. */
  draft: v.fallback(v.nullable(v.string()), null),
  paper: v.fallback(v.nullable(v.picklist(papers)), null),
  /** As written on the cover; null while nobody has said anything else than the own name. */
  authors: v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(500))), null),
  /** The day on the cover; null for the day it is made. */
  date: v.fallback(v.nullable(day), null),
  depth: v.fallback(v.picklist(depths), 'full'),
  /** The timeline's first and last date, as EDTF; null for an open end. */
  from: v.fallback(v.nullable(edtf), null),
  to: v.fallback(v.nullable(edtf), null),
  titlePage: v.fallback(v.boolean(), true),
  contents: v.fallback(v.boolean(), true),
  notesAt: v.fallback(v.picklist(notesPlaces), 'foot'),
  style: v.fallback(v.picklist(citationStyles), 'notes'),
  /** Whether it is cut down to two pages. */
  twoPages: v.fallback(v.boolean(), false),
});

/** What was chosen for the briefs of one notebook. Kept on this computer, never in the notebook. */
export type BriefSettings = v.InferOutput<typeof schema>;

/** Under which they are remembered. */
export function settingsKey(notebook: string): string {
  return `backstory.brief.${notebook}`;
}

/** Nothing chosen: the full brief, everything in the usual order, the draft begun last. */
export const usualSettings: BriefSettings = {
  order: [],
  off: [],
  draft: null,
  paper: null,
  authors: null,
  date: null,
  depth: 'full',
  from: null,
  to: null,
  titlePage: true,
  contents: true,
  notesAt: 'foot',
  style: 'notes',
  twoPages: false,
};

/**
 * The draft to print, by its id: the chosen one, and where nobody has chosen the one begun last. Null for none. One that went into
 * the trash is not printed, and chosen again when it comes back.
 */
export function draftToPrint(
  chosen: string | null,
  drafts: readonly { readonly id: string; readonly createdAt: string }[],
): string | null {
  if (chosen !== null) return drafts.some(({ id }) => id === chosen) ? chosen : null;
  const newest = drafts.reduce<(typeof drafts)[number] | null>(
    (before, draft) => (before === null || draft.createdAt > before.createdAt ? draft : before),
    null,
  );
  return newest?.id ?? null;
}

/** Reads stored settings; what cannot be read is as usual. */
export function readBriefSettings(stored: string | null): BriefSettings {
  try {
    const read = v.safeParse(schema, { ...usualSettings, ...plainObject(JSON.parse(stored ?? '{}')) });
    return read.success ? read.output : usualSettings;
  } catch {
    return usualSettings;
  }
}

function plainObject(value: unknown): object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}

/** The parts in the order to print them: as arranged, and those nobody arranged after the one they usually follow. */
export function inOrder(choices: readonly BriefChoice[], order: readonly string[]): readonly BriefChoice[] {
  const arranged = order
    .map((kind) => choices.find((choice) => choice.kind === kind))
    .filter((choice) => choice !== undefined);
  const result = [...new Set(arranged)];
  choices.forEach((choice, index) => {
    if (result.includes(choice)) return;
    const before = choices[index - 1];
    result.splice(before === undefined ? 0 : result.indexOf(before) + 1, 0, choice);
  });
  return result;
}

/** The order with one part a place up (-1) or down (1). */
export function movedPart(choices: readonly BriefChoice[], kind: string, by: -1 | 1): readonly string[] {
  const order = choices.map((choice) => choice.kind);
  const from = order.indexOf(kind);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return order;
  order.splice(from, 1);
  order.splice(to, 0, kind);
  return order;
}
