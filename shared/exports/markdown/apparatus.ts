import type { BriefNote } from '../../story/brief-block.ts';
import type { DraftCite, DraftImage } from '../../story/draft-block.ts';
import { refKey } from '../../story/ref.ts';
import type { EntryRef } from '../../story/ref.ts';
import { plainFromRich, richParagraphs } from '../../story/rich-text.ts';
import type { RichText } from '../../story/rich-text.ts';
import type { PictureOf } from '../input.ts';
import { citeWords } from './cite-words.ts';
import { escapeWords, lineOf } from './escape.ts';
import { addressOf } from './known.ts';
import type { Signs } from './signs.ts';
import { spansOf } from './spans.ts';

/** What a text refers to beyond itself. */
export interface Lookups {
  titleOf(ref: EntryRef): string | null;
  /** "Mara Riedel 2021 Six days in the canal": what a work is called by, of which its key is made. */
  nameOf(ref: EntryRef): string;
  readonly picture: PictureOf;
}

/** Names of pictures begin so; readers of ours find their bytes by it. */
const pictureName = 'picture-';

/**
 * What stands at the end of a text and is only named within: footnotes, the works that citations name, pictures. Names are given in the
 * order of the text.
 */
export class Apparatus implements Signs {
  readonly #lookups: Lookups;
  readonly #notes: string[] = [];
  readonly #keys = new Map<string, { readonly key: string; readonly ref: EntryRef }>();
  readonly #pictures: string[] = [];

  constructor(lookups: Lookups) {
    this.#lookups = lookups;
  }

  /** The sign of a footnote of these words. */
  footnote(text: RichText): string {
    // The place is taken first: what stands in a footnote has no footnotes of its own.
    const label = `[^${String(this.#notes.length + 1)}]`;
    const [first = '', ...more] = richParagraphs(text).map((paragraph) => spansOf(paragraph, null));
    const lines = [`${label}: ${first}`.trimEnd(), ...more.map(indented)];
    this.#notes.push(lines.join('\n\n').replaceAll('\\\n', '\\\n    '));
    return label;
  }

  /** The sign of a note of a brief. */
  note({ text, quote, fingerprint, grade }: BriefNote): string {
    const words: RichText = [
      ...text,
      ...(quote === '' ? [] : [{ text: `\n“${quote}”` }]),
      ...(grade === '' ? [] : [{ text: `\n${grade}` }]),
      ...(fingerprint === '' ? [] : [{ text: `\nSHA-256 ${fingerprint}` }]),
    ];
    return this.footnote(words);
  }

  citation(cites: readonly DraftCite[]): string {
    return `[${citeWords(cites, ({ ref }) => this.#keyOf(ref))}]`;
  }

  /** The name of an entry, which readers of ours find again by its address. */
  reference(ref: EntryRef, text: string): string {
    const name = this.#lookups.titleOf(ref) ?? text;
    const words = lineOf(name);
    // Blank space stays: it may keep two words apart.
    const [before, after] = [/^\s/.test(name), words !== '' && /\s$/.test(name)].map((is) => (is ? ' ' : ''));
    return `[${before ?? ''}${words}${after ?? ''}](<${addressOf(ref)}>)`;
  }

  picture({ sha256, mediaType, width, height, alt, caption }: DraftImage): string {
    const found = this.#lookups.picture(sha256);
    const type = /^image\/[a-z0-9.+-]+$/.test(mediaType) ? mediaType : 'application/octet-stream';
    const name = `${pictureName}${String(this.#pictures.length + 1)}`;
    const said = `sha256=${sha256};width=${String(width)};height=${String(height)}`;
    const words = escapeWords(plainFromRich(caption).replace(/\s+/g, ' ').trim()).replaceAll('"', '\\"');
    const title = words === '' ? '' : ` "${words}"`;
    this.#pictures.push(`[${name}]: <data:${type};${said};base64,${found?.base64 ?? ''}>${title}`);
    return `![${lineOf(alt)}][${name}]`;
  }

  /** Everything that was named. */
  blocks(): readonly string[] {
    const works = [...this.#keys.values()].map(({ key, ref }) => {
      const title = escapeWords((this.#lookups.titleOf(ref) ?? '').replace(/\s+/g, ' ').trim()).replaceAll('"', '\\"');
      return `[@${key}]: <${addressOf(ref)}>${title === '' ? '' : ` "${title}"`}`;
    });
    return [...this.#notes, works.join('\n'), this.#pictures.join('\n')].filter((block) => block !== '');
  }

  #keyOf(ref: EntryRef): string {
    const known = this.#keys.get(refKey(ref));
    if (known !== undefined) return known.key;
    const taken = new Set([...this.#keys.values()].map(({ key }) => key));
    const wanted = keyFrom(this.#lookups.nameOf(ref)) || ref.kind.replace(/[^a-z]/g, '') || 'entry';
    let key = wanted;
    for (let at = 2; taken.has(key); at += 1) key = `${wanted}-${String(at)}`;
    this.#keys.set(refKey(ref), { key, ref });
    return key;
  }
}

const longestKey = 40;

/** Letters and digits alone, without the marks that not everybody can type. */
function keyFrom(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, longestKey)
    .replace(/\p{Surrogate}/gu, '');
}

/** A paragraph below a footnote's first. */
function indented(paragraph: string): string {
  return `    ${paragraph}`;
}
