import { overviewPart } from '../../shared/brief/index.ts';
import type { BriefChoice } from '../../shared/brief/index.ts';
import { inOrder, usualSettings } from './brief-settings.ts';
import type { BriefSettings } from './brief-settings.ts';

/** The kinds of brief that can be had at one press. */
export const presets = ['full', 'memo', 'timeline'] as const;
export type Preset = (typeof presets)[number];

/** What a preset decides. Draft, authors, dates, style and paper stay as they are. */
type Decided = Pick<BriefSettings, 'order' | 'off' | 'depth' | 'titlePage' | 'contents' | 'notesAt' | 'twoPages'>;

interface Rule extends Omit<Decided, 'order' | 'off'> {
  /** The parts that are printed, first of all; null for all of them in the usual order. */
  readonly parts: readonly string[] | null;
}

const rules: Readonly<Record<Preset, Rule>> = {
  full: { parts: null, depth: 'full', titlePage: true, contents: true, notesAt: 'foot', twoPages: false },
  memo: {
    parts: [overviewPart, 'drafts', 'indicators', 'events', 'scenarios'],
    depth: 'short',
    titlePage: false,
    contents: false,
    notesAt: 'foot',
    twoPages: true,
  },
  timeline: {
    parts: ['events'],
    depth: 'full',
    titlePage: false,
    contents: false,
    notesAt: 'foot',
    twoPages: false,
  },
};

/** What to set for a preset, given all parts that there are. */
export function presetSettings(preset: Preset, choices: readonly BriefChoice[]): Decided {
  const { parts, ...rest } = rules[preset];
  const kinds = choices.map(({ kind }) => kind);
  return {
    ...rest,
    order: parts === null ? usualSettings.order : [...parts, ...kinds.filter((kind) => !parts.includes(kind))],
    off: parts === null ? usualSettings.off : kinds.filter((kind) => !parts.includes(kind)),
  };
}

/**
 * The preset that settings are, or null where they are somebody's own. Only parts that hold something count: the others are
 * printed neither way.
 * @param usual all parts in the usual order
 */
export function presetOf(settings: BriefSettings, usual: readonly BriefChoice[]): Preset | null {
  const mine = printedKinds(settings, usual);
  return (
    presets.find((preset) => {
      const wanted = presetSettings(preset, usual);
      const { depth, titlePage, contents, notesAt, twoPages } = rules[preset];
      return (
        settings.depth === depth &&
        settings.titlePage === titlePage &&
        settings.contents === contents &&
        settings.notesAt === notesAt &&
        settings.twoPages === twoPages &&
        printedKinds(wanted, usual) === mine
      );
    }) ?? null
  );
}

function printedKinds({ order, off }: Pick<BriefSettings, 'order' | 'off'>, usual: readonly BriefChoice[]): string {
  return inOrder(usual, order)
    .filter(({ kind, filled }) => filled && !off.includes(kind))
    .map(({ kind }) => kind)
    .join('\n');
}
