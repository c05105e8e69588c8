import type { Brief } from './brief.ts';
import { markup, markupText } from './html/markup.ts';
import type { Markup } from './html/markup.ts';

/** One file of the running header's font, as base64. */
export interface RunningFont {
  readonly file: string;
  readonly base64: string;
}

/** What Chromium prints above and below the document, on every page. Each is a document of its own. */
export interface RunningTemplates {
  readonly headerTemplate: string;
  readonly footerTemplate: string;
}

interface FontFile {
  readonly file: string;
  /** CSS unicode-range, as Inter is cut by its publisher. */
  readonly range: string;
}

const family = 'Backstory running';

/** Inter, regular, in the pieces its publisher cuts it into: files of `print/fonts/`. */
const files: readonly FontFile[] = [
  {
    file: 'inter-latin-400-normal.woff2',
    range:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
  {
    file: 'inter-latin-ext-400-normal.woff2',
    range:
      'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  },
  { file: 'inter-cyrillic-400-normal.woff2', range: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116' },
  {
    file: 'inter-cyrillic-ext-400-normal.woff2',
    range: 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
  },
  { file: 'inter-greek-400-normal.woff2', range: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF' },
  {
    file: 'inter-vietnamese-400-normal.woff2',
    range:
      'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  },
];

const footerWords = 'Backstory brief';

/** All words of the two templates, for choosing fonts and for having them loaded. */
export function runningWords(brief: Brief): string {
  return `${brief.title} ${brief.asKnownOn} ${footerWords} 0123456789 of`;
}

/** The files of `print/fonts/` that the running header needs for this brief's words. Usually one. */
export function runningFontFiles(brief: Brief): readonly string[] {
  const codes = [...runningWords(brief)].map((character) => character.codePointAt(0) ?? 0);
  return files.filter(({ range }) => codes.some((code) => covers(range, code))).map(({ file }) => file);
}

function covers(range: string, code: number): boolean {
  return range.split(',').some((part) => {
    const [first = '', last = first] = part.slice(2).split('-');
    return code >= Number.parseInt(first, 16) && code <= Number.parseInt(last, 16);
  });
}

/**
 * The font's faces. The templates and the document must carry exactly the same rule: Chromium draws a template the moment
 * it has parsed it, and only a font that the printed page has loaded from the same data: URL is there by then. Without it
 * the words are set in a fallback, never left out.
 */
export function runningFontCss(fonts: readonly RunningFont[]): string {
  return fonts
    .map(({ file, base64 }) => {
      const range = files.find((known) => known.file === file)?.range;
      // Both are data of ours, but a mistake here must not become markup.
      if (range === undefined || !/^[A-Za-z0-9+/]+=*$/.test(base64)) return '';
      return `@font-face{font-family:"${family}";font-display:swap;unicode-range:${range};src:url(data:font/woff2;base64,${base64}) format("woff2")}`;
    })
    .join('');
}

/**
 * The two templates. Chromium puts them at the very edge of the paper, as wide as the paper, in one document: the header's
 * styles and fonts serve the footer, and are read once per page instead of twice.
 * @param inset the page's side margins, as CSS
 */
export function runningTemplates(brief: Brief, fonts: readonly RunningFont[], inset: string): RunningTemplates {
  const css = `${runningFontCss(fonts)}.r{box-sizing:border-box;width:100%;padding:5.5mm ${inset};display:flex;justify-content:space-between;gap:12pt;font:8.25pt "${family}",Inter,sans-serif;color:#5f5a52;font-variant-numeric:tabular-nums}.t{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.s{flex:none}`;
  return {
    headerTemplate: `<style>${css}</style>${runningLine(markup`${brief.title}`, markup`${brief.asKnownOn}`)}`,
    footerTemplate: runningLine(
      markup`${footerWords}`,
      markup`<span class="pageNumber"></span> of <span class="totalPages"></span>`,
    ),
  };
}

function runningLine(left: Markup, right: Markup): string {
  return markupText(
    markup`<div class="r"><span class="t" dir="auto">${left}</span><span class="s">${right}</span></div>`,
  );
}
