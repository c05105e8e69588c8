import type { Brief } from '../brief.ts';
import type { DraftSpan } from '../../story/draft-block.ts';
import type { EntryRef } from '../../story/ref.ts';
import { isSafeLink } from '../../story/rich-text.ts';
import { markup, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { sign } from './signs.ts';

/** What text may point at: the entries that are printed in this brief, and their titles. */
export interface Targets {
  /** The anchor of an entry of this brief; null for one that is not printed. */
  anchorOf(ref: EntryRef): string | null;
}

/** What the blocks of a brief need to know of the whole. */
export interface Surroundings extends Targets {
  readonly asOf: string | null;
  readonly images: Brief['images'];
  /** Whether tables stand in frames that scroll sideways: on a screen, not on paper. */
  readonly tablesScroll: boolean;
}

/** The id attribute by which references find an entry; nothing where none can. */
export function anchor(ref: EntryRef, targets: Targets): Markup {
  const name = targets.anchorOf(ref);
  return name === null ? nothing : markup` id="${name}"`;
}

/** An id for an entry: letters, digits and hyphens only, whatever the ids look like. */
export function anchorName(ref: EntryRef): string {
  const safe = (text: string): string =>
    text.replace(/[^A-Za-z0-9-]/g, (character) => `_${character.codePointAt(0)?.toString(16) ?? ''}_`);
  return `entry-${safe(ref.kind)}-${safe(ref.id)}`;
}

/** Plain text as paragraphs: each line is one; empty lines are left out. Signs stand at the end of the last. */
export function paragraphs(text: string, className = '', end: Markup = nothing): readonly Markup[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => {
    const sign = index === lines.length - 1 ? end : nothing;
    return markup`<p dir="auto"${classed(className)}>${line.trim()}${sign}</p>`;
  });
}

/** A paragraph, or nothing where there are no words. */
export function line(className: string, text: string, end: Markup = nothing): Markup {
  return text.trim() === '' ? nothing : markup`<p dir="auto" class="${className}">${text.trim()}${end}</p>`;
}

/** A class attribute, or nothing. */
export function classed(className: string): Markup {
  return className === '' ? nothing : markup` class="${className}"`;
}

/** Runs of text with their marks, links and references to entries. Links that are not safe are printed as words. */
export function spans(runs: readonly DraftSpan[], targets: Targets): readonly Markup[] {
  return runs.map((run, index) => {
    if (run.note !== undefined) return sign(run.note, runs[index - 1]?.note !== undefined);
    const address = target(run, targets);
    let words = markup`${lines(run.text)}`;
    if (run.code) words = markup`<code>${words}</code>`;
    if (run.strike) words = markup`<s>${words}</s>`;
    if (run.italic) words = markup`<em>${words}</em>`;
    if (run.bold) words = markup`<strong>${words}</strong>`;
    return address === null ? words : markup`<a href="${address}">${words}</a>`;
  });
}

function lines(text: string): readonly Markup[] {
  return text.split('\n').map((one, index) => (index === 0 ? markup`${one}` : markup`<br>${one}`));
}

function target({ link, ref }: DraftSpan, targets: Targets): string | null {
  if (link !== undefined && isSafeLink(link)) return link;
  const anchor = ref === undefined ? null : targets.anchorOf(ref);
  return anchor === null ? null : `#${anchor}`;
}
