import { foldLine } from '../../story/page-lines.ts';
import type { PageLine, PageRule } from '../../story/page-rule.ts';

/** No page has a section this often; beyond it a heading's words are just words. Keeps hostile pages cheap. */
const mostBlocks = 40;

/** A heading and the lines up to the next one. */
export interface RuledBlock {
  readonly rule: PageRule;
  readonly heading: PageLine;
  readonly lines: readonly PageLine[];
}

export interface SplitPage {
  /** The lines before the first heading. */
  readonly head: readonly PageLine[];
  readonly blocks: readonly RuledBlock[];
  /** Headings that stand in a row as a menu does, and come again further down. */
  readonly menu: readonly PageLine[];
}

/** Cuts a page at its headings. */
export function splitPage(lines: readonly PageLine[], rules: readonly PageRule[]): SplitPage {
  const found = findHeadings(lines, rules);
  const menu = menuLines(found);
  const head: PageLine[] = [];
  const blocks: { rule: PageRule; heading: PageLine; lines: PageLine[] }[] = [];
  const counts = new Map<PageRule, number>();
  lines.forEach((line, at) => {
    if (menu.has(at)) return;
    const rule = found.get(at);
    const count = rule === undefined ? 0 : (counts.get(rule) ?? 0) + 1;
    if (rule !== undefined && count <= mostBlocks) {
      counts.set(rule, count);
      blocks.push({ rule, heading: line, lines: [] });
    } else (blocks.at(-1)?.lines ?? head).push(line);
  });
  return { head, blocks, menu: lines.filter((_, at) => menu.has(at)) };
}

/** The rule of every line that is a heading, by the line's index. */
function findHeadings(lines: readonly PageLine[], rules: readonly PageRule[]): ReadonlyMap<number, PageRule> {
  const firm = new Map(rules.flatMap((rule) => rule.headings.map((heading) => [heading, rule])));
  const loose = new Map(rules.flatMap((rule) => (rule.looseHeadings ?? []).map((heading) => [heading, rule])));
  const found = new Map<number, PageRule>();
  const doubtful = new Map<PageRule, number[]>();
  lines.forEach((line, at) => {
    if (line.text.length > 80) return;
    const keys = headingKeys(line.text);
    const rule = find(firm, keys);
    if (rule !== undefined) found.set(at, rule);
    const perhaps = find(loose, keys);
    // Above the first firm heading stands the page's chrome, where such words are menus and badges.
    if (rule === undefined && perhaps !== undefined && found.size > 0) {
      doubtful.set(perhaps, [...(doubtful.get(perhaps) ?? []), at].slice(0, 2));
    }
  });
  const present = new Set(found.values());
  for (const [rule, places] of doubtful) {
    const [at] = places;
    if (at !== undefined && places.length === 1 && !present.has(rule)) found.set(at, rule);
  }
  return found;
}

function find(map: ReadonlyMap<string, PageRule>, keys: readonly string[]): PageRule | undefined {
  return keys.map((key) => map.get(key)).find((rule) => rule !== undefined);
}

/** A line as headings are written: numbers as `#`, with and without a colon at the end. */
function headingKeys(text: string): readonly string[] {
  const folded = foldLine(text).replace(/\d(?:[\d,. ]*\d)?/g, '#');
  return folded.endsWith(':') ? [folded, folded.slice(0, -1).trimEnd()] : [folded];
}

/** Two or more headings right below each other, most of which come again, are a menu. */
function menuLines(found: ReadonlyMap<number, PageRule>): ReadonlySet<number> {
  const last = new Map<PageRule, number>();
  for (const [at, rule] of found) last.set(rule, Math.max(at, last.get(rule) ?? at));
  const menu = new Set<number>();
  let run: number[] = [];
  const close = (): void => {
    const end = run.at(-1) ?? 0;
    const again = run.filter((at) => {
      const rule = found.get(at);
      return rule !== undefined && (last.get(rule) ?? at) > end;
    });
    if (run.length > 1 && again.length * 2 > run.length) for (const at of run) menu.add(at);
    run = [];
  };
  for (const at of [...found.keys()].sort((a, b) => a - b)) {
    if (run.length > 0 && run.at(-1) !== at - 1) close();
    run.push(at);
  }
  close();
  return menu;
}
