import * as v from 'valibot';
import { papers } from '../../shared/bridge/index.ts';
import type { BriefChoice } from '../../shared/brief/index.ts';

const kinds = v.array(v.pipe(v.string(), v.maxLength(64)));

const schema = v.object({
  /** The parts as somebody put them in order; those not named stand where they usually do. */
  order: v.fallback(kinds, []),
  /** The parts left out. Everything else is printed, also what a newer version adds. */
  off: v.fallback(kinds, []),
  draft: v.fallback(v.nullable(v.string()), null),
  paper: v.fallback(v.nullable(v.picklist(papers)), null),
  /** As written on the cover; null while nobody has said anything else than the own name. */
  authors: v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(500))), null),
});

/** What was chosen for the briefs of one notebook. Kept on this computer, never in the notebook. */
export type BriefSettings = v.InferOutput<typeof schema>;

/** Nothing chosen: everything in the usual order, no draft. */
export const usualSettings: BriefSettings = { order: [], off: [], draft: null, paper: null, authors: null };

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
