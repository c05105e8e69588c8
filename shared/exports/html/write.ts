import { briefHtml } from '../../brief/index.ts';
import type { Brief } from '../../brief/index.ts';
import { withFonts } from './fonts.ts';
import type { FontOf } from './fonts.ts';

/** What the document looks like: our own stylesheets, and their fonts. */
export interface Looks {
  /** `resources/print/brief.css` and `reading.css`, in this order. */
  readonly css: string;
  readonly fontOf: FontOf;
}

/**
 * A brief as one file that needs nothing else: styles, fonts and pictures within, no script, light and dark. It has no pages, so notes
 * stand at its end.
 */
export function writeHtml(brief: Brief, { css, fontOf }: Looks): string {
  const whole: Brief = { ...brief, notesAt: 'end', titlePage: false };
  const plain = briefHtml(whole, { stylesheets: [], css: '' });
  const html = briefHtml(whole, { stylesheets: [], css: withFonts(css, plain, fontOf), tablesScroll: true });
  // Only what lies within may be used; the head's policy comes before every word of the notebook.
  return html.replace(/(?<=content="default-src[^"]*)&#39;self&#39; brief: /g, '');
}
