import type { DraftImage } from '../../story/draft-block.ts';
import type { Known } from './known.ts';

/** HTML in a text: its words, which are the markup itself, and the pictures whose bytes it holds. */
export interface ReadHtml {
  /** Without comments and pictures; '' for none. */
  readonly words: string;
  readonly pictures: readonly DraftImage[];
  /** Comments that have words of their own. */
  readonly comments: number;
}

/** Reads a piece of HTML: comments are left out, pictures are pictures, and everything else is words. */
export function readHtml(value: string, { pictures, isNote }: Pick<Known, 'pictures' | 'isNote'>): ReadHtml {
  const { words, comments } = withoutComments(value);
  const found: DraftImage[] = [];
  const rest = words.replace(/<img\b[^<>]*>/gi, (tag) => {
    const said = pictures.at(/\ufdd0\d{1,9}\ufdd0/.exec(tag)?.[0] ?? '');
    if (said === null || isNote) return tag;
    found.push({ type: 'image', ...said, alt: altIn(tag), caption: [] });
    return '';
  });
  return { words: pictures.restored(rest.trim()), pictures: found, comments };
}

function withoutComments(value: string): { readonly words: string; readonly comments: number } {
  const parts: string[] = [];
  let [done, comments] = [0, 0];
  for (let from = value.indexOf('<!--'); from >= 0; from = value.indexOf('<!--', done)) {
    const to = value.indexOf('-->', from + 4);
    if (to < 0) break;
    // Ours only say what stands where.
    if (!/^\s*(?:backstory:|$)/.test(value.slice(from + 4, to))) comments += 1;
    parts.push(value.slice(done, from));
    done = to + 3;
  }
  return { words: [...parts, value.slice(done)].join(''), comments };
}

function altIn(tag: string): string {
  const [, double, single] = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag) ?? [];
  return double ?? single ?? '';
}
