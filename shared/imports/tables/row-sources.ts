import { addressesIn, splitNames } from './cells.ts';

/** A document that a row names. */
export interface RowSource {
  readonly title: string;
  readonly address: string;
  /** What a source says is taken to support the event; an address beside it gives context. */
  readonly relation: 'supports' | 'context';
}

interface Cells {
  all(target: 'source' | 'link' | 'related'): readonly string[];
}

/** The sources of a row: titles and addresses that belong together where there are as many of both, or one title for the first address. */
export function readSources(row: Cells): readonly RowSource[] {
  const said = row.all('source');
  const titles = said.flatMap((cell) => namesIn(cell));
  const addresses = [...said, ...row.all('link')].flatMap(addressesIn);
  const sources = pair(titles, [...new Set(addresses)]).map((one) => ({ ...one, relation: 'supports' as const }));
  const known = new Set(addresses);
  const related = row
    .all('related')
    .flatMap(linesOf)
    .filter(({ address }) => address === '' || !known.has(address))
    .map((one) => ({ ...one, relation: 'context' as const }));
  // Addresses of the source's own column that are none are titles of what nobody can look up; they are kept as such.
  const others = row
    .all('link')
    .filter((cell) => addressesIn(cell).length === 0)
    .map((cell) => ({ title: cell.trim(), address: '', relation: 'supports' as const }));
  return [...sources, ...others, ...related];
}

function pair(titles: readonly string[], addresses: readonly string[]): readonly Omit<RowSource, 'relation'>[] {
  const count = Math.max(titles.length, addresses.length);
  return Array.from({ length: count }, (_, at) => ({ title: titles[at] ?? '', address: addresses[at] ?? '' }));
}

/** The titles of a cell, without the addresses in it. */
function namesIn(cell: string): readonly string[] {
  const bare = addressesIn(cell).reduce((rest, address) => rest.replace(address, ' '), cell);
  // Brackets and full stops that stood around an address.
  return splitNames(bare.replace(/[<(["]\s*[>)\]"]|(?<=\s)[.,:!?)\]>]+(?=\s|$)/g, ' '))
    .map((name) => name.replace(/\s+/g, ' ').replace(/^[\s,:–—-]+|[\s,:–—-]+$/g, ''))
    .filter((name) => /[\p{L}\p{N}]/u.test(name));
}

function linesOf(cell: string): readonly Omit<RowSource, 'relation'>[] {
  const addresses = addressesIn(cell);
  return addresses.length === 0 ? [{ title: cell.trim(), address: '' }] : pair(namesIn(cell), addresses);
}
