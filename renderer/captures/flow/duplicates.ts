import type { EntryOf } from '../../../shared/story/sections.ts';
import { normalisedAddress } from './web-address.ts';

type Source = EntryOf<'sources'>;

/** What is compared: a file by its SHA-256, and the addresses it is known by; '' where there is none. */
export interface Known {
  readonly hash: string;
  readonly addresses: readonly string[];
}

/** That something is here already. */
export interface Duplicate {
  readonly by: 'bytes' | 'address';
  /** The source that has it; null where it is another one of those that are being added. */
  readonly source: string | null;
  /** The title of what is here. */
  readonly title: string;
  /** When what is here was captured last, ISO 8601; '' where it was not, or not yet. */
  readonly capturedAt: string;
  /** Whether what is here was last captured as exactly these bytes: a version more would say nothing. */
  readonly isLatest: boolean;
}

/** The source that has the same bytes, or else the same address. Undefined where none has. */
export function duplicateIn(sources: readonly Source[], { hash, addresses }: Known): Duplicate | undefined {
  const wanted = normalised(addresses);
  const same = sources.find(({ fields }) => fields.captures.some((capture) => capture.hash === hash));
  const found =
    same ?? sources.find(({ fields }) => shares(wanted, [fields.address, ...fields.captures.map(addressOf)]));
  if (found === undefined) return undefined;
  const latest = found.fields.captures.at(-1);
  return {
    by: same === undefined ? 'address' : 'bytes',
    source: found.id,
    title: found.fields.title || found.fields.address || 'Untitled source',
    capturedAt: latest?.capturedAt ?? '',
    isLatest: latest?.hash === hash,
  };
}

/** The same among those that are being added. */
export function duplicateAmong(
  others: readonly (Known & { readonly title: string })[],
  { hash, addresses }: Known,
): Duplicate | undefined {
  const wanted = normalised(addresses);
  const same = others.find((other) => other.hash === hash);
  const found = same ?? others.find((other) => shares(wanted, other.addresses));
  if (found === undefined) return undefined;
  const by = same === undefined ? 'address' : 'bytes';
  return { by, source: null, title: found.title, capturedAt: '', isLatest: by === 'bytes' };
}

function shares(wanted: ReadonlySet<string>, addresses: readonly string[]): boolean {
  return wanted.size > 0 && [...normalised(addresses)].some((address) => wanted.has(address));
}

function normalised(addresses: readonly string[]): ReadonlySet<string> {
  return new Set(addresses.map(normalisedAddress).filter((address) => address !== null));
}

function addressOf({ address = '' }: { readonly address?: string | undefined }): string {
  return address;
}
