import type { Brief } from './brief.ts';
import { briefHtml } from './html/document.ts';

/** The papers a brief is laid out for. */
export type BriefPaper = 'A4' | 'Letter';

export interface PrintOptions {
  readonly paper: BriefPaper;
  /** Where the document finds `resources/print/`; absent: where the app serves it. */
  readonly folder?: string;
}

/** Millimetres. */
const sizes = { A4: [210, 297], Letter: [215.9, 279.4] } as const;
const margins = { top: 25, bottom: 23, side: 24 };

/**
 * The document of a brief for a paper, in one column as wide as the text of a page. The print window puts it on pages
 * (`renderer/print`): the styles tell it how large those are.
 */
export function printableBrief(brief: Brief, { paper, folder = '/print' }: PrintOptions): string {
  const [width, height] = sizes[paper];
  const { top, bottom, side } = margins;
  const css = `@page{size:${paper === 'A4' ? 'A4' : 'letter'};margin:0}:root{--paper-width:${width}mm;--paper-height:${height}mm;--page-top:${top}mm;--page-bottom:${bottom}mm;--page-side:${side}mm;--page-height:${height - top - bottom}mm}`;
  return briefHtml(brief, { stylesheets: [`${folder}/brief.css`, `${folder}/pages.css`], css });
}
