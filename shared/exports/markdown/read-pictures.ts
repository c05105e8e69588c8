import type { DraftImage } from '../../story/draft-block.ts';

/** A picture's bytes, as the text has them; whoever keeps them finds out what they are. */
export interface ReadPicture {
  /** What the image blocks that show it have as their `sha256`: the hash that the text says, or else a name of its own. */
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

type Said = Pick<DraftImage, 'sha256' | 'mediaType' | 'width' | 'height'>;

/** A text without the bytes of its pictures. */
export interface TakenPictures {
  /** The text with a short address in place of each picture. */
  readonly body: string;
  readonly pictures: readonly ReadPicture[];
  /** What such an address stands for; null for any other. */
  at(address: string): Said | null;
  /** Words that only look like a picture (an example in code) as they were written. */
  restored(words: string): string;
}

/** The head of an address that holds a picture, with what ours say of it: its hash and its size. */
const head =
  /data:(image\/[a-z0-9.+-]{1,60}|application\/octet-stream)((?:;[a-z0-9]{1,20}=[a-z0-9._-]{0,64})*);base64,/gi;
/** Unicode keeps this for a program's own use: no text that people write has it. */
const mark = '\ufdd0';

/** Takes pictures out of a text before it is parsed: a parser goes through their bytes sign by sign. */
export function takePictures(text: string): TakenPictures {
  const taken: { readonly said: Said; readonly address: string }[] = [];
  const pictures = new Map<string, ReadPicture>();
  const parts: string[] = [];
  const behind = /[^A-Za-z0-9+/=]/g;
  let done = 0;
  for (const match of text.matchAll(head)) {
    const from = match.index + match[0].length;
    behind.lastIndex = from;
    const to = behind.exec(text)?.index ?? text.length;
    const [, mediaType = '', parameters = ''] = match;
    const said = saidIn(parameters);
    // Ours may say of a picture what it is without having its bytes.
    if (to === from && !said.has('sha256')) continue;
    const number = taken.length + 1;
    const sha256 = nameIn(said) ?? `picture-${String(number)}`;
    taken.push({
      said: {
        sha256,
        mediaType: mediaType.toLowerCase(),
        width: pixels(said, 'width'),
        height: pixels(said, 'height'),
      },
      address: text.slice(match.index, to),
    });
    if (to > from && sha256 !== '' && !pictures.has(sha256))
      pictures.set(sha256, { name: sha256, mediaType: mediaType.toLowerCase(), base64: text.slice(from, to) });
    parts.push(text.slice(done, match.index), `${mark}${String(number)}${mark}`);
    done = to;
  }
  return {
    body: [...parts, text.slice(done)].join(''),
    pictures: [...pictures.values()],
    at: (address) => {
      const [, number] = /^\ufdd0(\d{1,9})\ufdd0$/.exec(address) ?? [];
      return number === undefined ? null : (taken[Number(number) - 1]?.said ?? null);
    },
    restored: (words) =>
      words.replace(/\ufdd0(\d{1,9})\ufdd0/g, (whole, number: string) => taken[Number(number) - 1]?.address ?? whole),
  };
}

/** How many letters of a text are not the bytes of pictures: what a parser has to go through. */
export function lettersIn(text: string): number {
  return takePictures(text).body.length;
}

function saidIn(parameters: string): ReadonlyMap<string, string> {
  const pairs = parameters.split(';').map((pair): readonly [string, string] => {
    const at = pair.indexOf('=');
    return [pair.slice(0, at).toLowerCase(), pair.slice(at + 1)];
  });
  return new Map(pairs);
}

/** The hash that is said, which is '' where ours says that there is none; null where nothing is said. */
function nameIn(said: ReadonlyMap<string, string>): string | null {
  const sha256 = said.get('sha256');
  return sha256 !== undefined && /^(?:[0-9a-f]{64})?$/.test(sha256) ? sha256 : null;
}

/** Pixels that are said; 0 where none are. */
function pixels(said: ReadonlyMap<string, string>, side: 'width' | 'height'): number {
  const value = said.get(side) ?? '';
  return /^\d{1,6}$/.test(value) ? Number(value) : 0;
}
