import type { Brief } from './brief.ts';
import { briefHtml } from './html/document.ts';
import { runningFontCss, runningTemplates, runningWords } from './running.ts';
import type { RunningFont, RunningTemplates } from './running.ts';

/** The papers a brief is laid out for. */
export type BriefPaper = 'A4' | 'Letter';

export interface PrintOptions {
  readonly paper: BriefPaper;
  /** The files named by `runningFontFiles`, read. */
  readonly fonts: readonly RunningFont[];
  /** Where the document finds `resources/print/brief.css`; absent: where the app serves it. */
  readonly stylesheet?: string;
}

/** Inches, as Electron's `printToPDF` takes them. */
export interface Margins {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** Everything a page printer needs. The document is the preview, too. */
export interface PrintableBrief extends RunningTemplates {
  readonly html: string;
  readonly margins: Margins;
}

const millimetre = 1 / 25.4;
const side = 24;
const margins: Margins = {
  top: 25 * millimetre,
  bottom: 23 * millimetre,
  left: side * millimetre,
  right: side * millimetre,
};
/** Millimetres. */
const paperWidth = { A4: 210, Letter: 215.9 } as const;
const paperHeight = { A4: 297, Letter: 279.4 } as const;

/** Lays a brief out for a paper: the document, its running header and footer, and the margins that go with them. */
export function printableBrief(
  brief: Brief,
  { paper, fonts, stylesheet = '/print/brief.css' }: PrintOptions,
): PrintableBrief {
  const page = `@page{size:${paper === 'A4' ? 'A4' : 'letter'};margin:25mm ${side}mm 23mm}:root{--paper-width:${paperWidth[paper]}mm;--paper-height:${paperHeight[paper]}mm;--paper-margin:25mm ${side}mm 23mm}`;
  const html = briefHtml(brief, {
    stylesheets: [stylesheet],
    css: page + runningFontCss(fonts),
    warmUp: fonts.length === 0 ? '' : runningWords(brief),
  });
  return { html, margins, ...runningTemplates(brief, fonts, `${side}mm`) };
}
