import { webAddress } from '../html/addresses.ts';
import { plainDate } from '../plain-date.ts';
import { parameter, partsOf, toBase64 } from './mime.ts';
import type { MimePart } from './mime.ts';

/** A page that was saved with its pictures. */
export interface WebArchive {
  readonly page: Uint8Array;
  /** The encoding that the page was sent in; '' where none was named. */
  readonly charset: string;
  /** Where it was saved from. */
  readonly address: string;
  /** The day it was saved; EDTF. */
  readonly saved: string;
  /** A picture of it as a `data:` address; '' where it was not saved. */
  readonly picture: (address: string) => string;
}

/** More than all pictures of a page; what comes later is not shown. */
const mostPictureBytes = 64 * 1024 * 1024;

/** The page in an MHTML file; null where there is none. */
export function openWebArchive(bytes: Uint8Array): WebArchive | null {
  const { head, parts } = partsOf(bytes);
  const start = parameter(head.get('content-type') ?? '', 'start');
  const isPage = ({ mediaType }: MimePart): boolean => /^(?:text\/html|application\/xhtml\+xml)$/.test(mediaType);
  const page =
    parts.find((part) => start !== '' && part.headers.get('content-id') === start && isPage(part)) ??
    parts.find(isPage);
  if (page === undefined) return null;
  const locations = [
    head.get('snapshot-content-location'),
    page.headers.get('content-location'),
    head.get('content-location'),
  ];
  const address = locations.map((location = '') => webAddress(location, '')).find((found) => found !== '') ?? '';
  return {
    page: page.bytes(),
    charset: parameter(page.headers.get('content-type') ?? '', 'charset'),
    address,
    saved: plainDate(head.get('date') ?? ''),
    picture: picturesOf(parts, address),
  };
}

function picturesOf(parts: readonly MimePart[], base: string): (address: string) => string {
  const byAddress = new Map<string, MimePart>();
  for (const part of parts) {
    if (!part.mediaType.startsWith('image/')) continue;
    const id = /^<(.*)>$/.exec(part.headers.get('content-id')?.trim() ?? '')?.[1];
    const location = part.headers.get('content-location')?.trim() ?? '';
    if (id !== undefined) byAddress.set(`cid:${id}`, part);
    if (location !== '') byAddress.set(location, part);
  }
  let left = mostPictureBytes;
  return (address) => {
    const part = byAddress.get(address) ?? byAddress.get(webAddress(address, base));
    if (part === undefined) return '';
    const bytes = part.bytes();
    left -= bytes.length;
    return left < 0 ? '' : `data:${part.mediaType};base64,${toBase64(bytes)}`;
  };
}
