import { maxPictureBytes, pictureFile } from '../picture-file.ts';
import type { PictureFile } from '../picture-file.ts';

/** A picture that is part of a captured page. */
export interface PagePicture extends PictureFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the page says that it shows; '' where it does not. */
  readonly alt: string;
}

export interface PagePictures {
  /** In the order of the page, each once. */
  readonly pictures: readonly PagePicture[];
  /** How many others the page has that a draft cannot show. */
  readonly unshown: number;
}

/** Smaller ones, in pixels each way, are dots, lines and marks. */
const smallest = 24;
/** More would be no page that one looks through. */
const most = 300;
/** All that are shown at once, in bytes. */
const mostBytes = 96 * 1024 * 1024;
const longestAlt = 1000;

/**
 * The pictures of a page.
 * @param html as `originalHtml` writes it: markup of a known form, in which pictures are Base64 and nothing else stands in quotes
 */
export function pagePictures(html: string): PagePictures {
  const pictures: PagePicture[] = [];
  const seen = new Set<string>();
  let unshown = 0;
  let left = mostBytes;
  for (const [, attributes = ''] of html.matchAll(/<img((?: [a-z]+="[^"]*")*)>/g)) {
    const data = / src="data:[^,"]*,([^"]*)"/.exec(attributes)?.[1] ?? '';
    if (data === '' || seen.has(data)) continue;
    seen.add(data);
    const bytes = pictures.length < most ? fromBase64(data, Math.min(left, maxPictureBytes)) : null;
    const known = bytes === null ? null : pictureFile(bytes);
    if (bytes === null || known?.ok !== true) unshown += 1;
    else if (known.value.width >= smallest && known.value.height >= smallest) {
      left -= bytes.byteLength;
      const alt = unescaped(/ alt="([^"]*)"/.exec(attributes)?.[1] ?? '').trim();
      pictures.push({ ...known.value, bytes, alt: alt.slice(0, longestAlt) });
    }
  }
  return { pictures, unshown };
}

/** Null for what is none, or has more bytes than that. */
function fromBase64(data: string, room: number): Uint8Array<ArrayBuffer> | null {
  if ((data.length / 4) * 3 > room) return null;
  try {
    return Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', '#13': ' ' };

function unescaped(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|nbsp|#13);/g, (_, name: string) => named[name] ?? '');
}
