import type { Paper } from '../../shared/bridge/index.ts';
import { briefChoices, buildBrief } from '../../shared/brief/index.ts';
import type { Brief, BriefChoice, BriefInput, ImagesOf } from '../../shared/brief/index.ts';
import type { BriefDraft } from '../../shared/story/brief-block.ts';
import { inOrder } from './brief-settings.ts';
import type { BriefSettings } from './brief-settings.ts';

/** What a brief is made of besides the notebook. */
export interface BriefWish {
  readonly settings: BriefSettings;
  readonly draft: BriefDraft | null;
  readonly paper: Paper;
  readonly authors: readonly string[];
  /** The day on the cover, `YYYY-MM-DD`. */
  readonly date: string;
  /** The pictures of the draft. */
  readonly images: ImagesOf;
}

/** Pages of a brief that is cut down. */
const memoPages = 2;

/** A brief as somebody chose it, and what there was to choose from. */
export interface ChosenBrief {
  readonly brief: Brief;
  /** How many pages it may have; null for as many as it takes. */
  readonly limit: number | null;
  /** All parts it could have, in the chosen order. */
  readonly choices: readonly BriefChoice[];
  /** The same in the usual order. */
  readonly usual: readonly BriefChoice[];
}

/** Makes the brief that was chosen. `asOf`: the day of an earlier state of the notebook, null for the present one. */
export function chosenBrief(
  input: BriefInput,
  { settings, draft, paper, authors, date, images }: BriefWish,
  asOf: string | null,
): ChosenBrief {
  const usual = briefChoices(input, draft);
  const choices = inOrder(usual, settings.order);
  const limit = settings.twoPages ? memoPages : null;
  const brief = buildBrief(input, {
    parts: choices.map(({ kind }) => kind).filter((kind) => !settings.off.includes(kind)),
    draft,
    asOf,
    authors,
    date,
    images,
    titlePage: settings.titlePage,
    contents: settings.contents,
    notesAt: settings.notesAt,
    depth: settings.depth,
    period: { from: settings.from, to: settings.to },
    style: settings.style,
    fit: limit === null ? null : { pages: limit, paper },
  });
  return { brief, limit, choices, usual };
}
