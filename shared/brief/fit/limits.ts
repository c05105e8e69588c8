import type { BriefArticle, BriefBlock, BriefEvent } from '../../story/brief-block.ts';
import { dateBounds } from '../../story/dates/index.ts';
import { richParagraphs } from '../../story/rich-text.ts';
import type { BriefPart } from '../brief.ts';
import { overviewPart } from '../brief.ts';
import { dayInWords } from '../cover.ts';

/** How many of each are printed, and whether with their texts. */
export interface Limits {
  readonly figures: number;
  readonly events: number;
  readonly eventTexts: boolean;
  readonly rows: number;
  readonly articles: number;
  readonly articleTexts: boolean;
  readonly paragraphs: number;
}

const all = Number.POSITIVE_INFINITY;

export const noLimits: Limits = {
  figures: all,
  events: all,
  eventTexts: true,
  rows: all,
  articles: all,
  articleTexts: true,
  paragraphs: all,
};

/**
 * Makes the parts within limits. What is left out is counted in a remark, so that nobody takes the rest for everything. The
 * order in which events go is found once.
 */
export function limiter(parts: readonly BriefPart[], asOf: string | null): (limits: Limits) => readonly BriefPart[] {
  const orders = new Map<readonly BriefEvent[], readonly BriefEvent[]>();
  const byNearness = (events: readonly BriefEvent[]): readonly BriefEvent[] => {
    const known = orders.get(events) ?? nearestFirst(events, asOf);
    orders.set(events, known);
    return known;
  };
  const within = (kind: string, block: BriefBlock, limits: Limits): readonly BriefBlock[] => {
    switch (block.type) {
      case 'figures':
        return counted(block.figures, limits.figures, (figures) => ({ ...block, figures }));
      case 'rows':
        return counted(block.rows, limits.rows, (rows) => ({ ...block, rows }));
      case 'articles': {
        const articles = limits.articleTexts ? block.articles : block.articles.map(titleOnly);
        return counted(articles, limits.articles, (some) => ({ ...block, articles: some }));
      }
      case 'timeline':
        return timeline(block.events, limits, byNearness, asOf);
      case 'prose':
        return kind === overviewPart ? overview(block, limits.paragraphs) : [block];
      default:
        return [block];
    }
  };
  return (limits) =>
    parts.map((part) => ({ ...part, blocks: part.blocks.flatMap((block) => within(part.kind, block, limits)) }));
}

function timeline(
  events: readonly BriefEvent[],
  { events: count, eventTexts }: Limits,
  byNearness: (events: readonly BriefEvent[]) => readonly BriefEvent[],
  asOf: string | null,
): readonly BriefBlock[] {
  const near = byNearness(events).slice(0, count);
  const next = nextExpected(events, asOf);
  const addsNext = next !== null && !near.includes(next);
  const kept = events.length <= count ? null : new Set(addsNext ? [...near.slice(0, -1), next] : near);
  const some = kept === null ? events : events.filter((event) => kept.has(event));
  const printed = eventTexts ? some : some.map((event) => ({ ...event, text: '' }));
  const block = { type: 'timeline', events: printed } as const;
  if (kept === null) return [block];
  const isRanked = asOf !== null && some.some(({ date }) => date !== null);
  const which = isRanked ? `, those nearest to ${dayInWords(asOf)}` : '';
  const besides = addsNext ? `${isRanked ? ' and' : ', with'} the next one expected` : '';
  return [{ type: 'remark', text: `${some.length} of ${events.length} events${which}${besides}.` }, block];
}

function overview(block: Extract<BriefBlock, { readonly type: 'prose' }>, count: number): readonly BriefBlock[] {
  const paragraphs = richParagraphs(block.text);
  if (paragraphs.length <= count) return [block];
  const text = paragraphs.slice(0, count).flatMap((runs, index) => (index === 0 ? runs : [{ text: '\n' }, ...runs]));
  return [
    { ...block, text },
    { type: 'remark', text: 'The overview goes on in the notebook.' },
  ];
}

function counted<T>(
  items: readonly T[],
  limit: number,
  block: (items: readonly T[]) => BriefBlock,
): readonly BriefBlock[] {
  if (items.length <= limit) return [block(items)];
  const text = `The first ${limit} of ${items.length}.`;
  return [{ type: 'remark', text }, block(items.slice(0, limit))];
}

function titleOnly(article: BriefArticle): BriefArticle {
  return { ...article, text: '', labelled: [] };
}

/** The expected event that comes first after a day; without a day, or dates, the first that is expected. Null for none. */
function nextExpected(events: readonly BriefEvent[], asOf: string | null): BriefEvent | null {
  const expected = events.filter((event) => event.expected);
  const now = asOf === null ? null : (dateBounds(asOf)?.start ?? null);
  if (now === null) return expected[0] ?? null;
  const dated = expected.flatMap((event) => {
    const bounds = event.date === null ? null : dateBounds(event.date.edtf);
    const [start, end] = [bounds?.start ?? bounds?.end ?? null, bounds?.end ?? bounds?.start ?? null];
    return start === null || end === null ? [] : [{ event, start, end }];
  });
  const ahead = dated.filter(({ end }) => end >= now).sort((a, b) => a.start - b.start);
  return ahead[0]?.event ?? expected.find((event) => dated.every((one) => one.event !== event)) ?? null;
}

/** The events by how near they are to a day; without a day, or dates, in their own order. */
function nearestFirst(events: readonly BriefEvent[], asOf: string | null): readonly BriefEvent[] {
  const now = asOf === null ? null : (dateBounds(asOf)?.start ?? null);
  const distance = ({ date }: BriefEvent): number => {
    const bounds = date === null ? null : dateBounds(date.edtf);
    const at = bounds?.start ?? bounds?.end ?? null;
    return now === null || at === null ? Number.POSITIVE_INFINITY : Math.abs(at - now);
  };
  const ranked = events.map((event) => ({ event, far: distance(event) }));
  // Infinities cannot be subtracted; what is equally far keeps its order.
  ranked.sort((a, b) => (a.far === b.far ? 0 : a.far < b.far ? -1 : 1));
  return ranked.map(({ event }) => event);
}
