import { dateInWords } from '../../../shared/story/dates/index.ts';
import type { EntryOf } from '../../../shared/story/sections.ts';
import { sizeWords } from '../../ui/index.ts';

type SourceValues = EntryOf<'sources'>['fields'];

/** "Suez Canal Authority · 25 March 2021 · en · 1.8 kB" */
export function metaOf({ publisher, published, language, captures }: SourceValues): string {
  const latest = captures.at(-1);
  return [
    publisher,
    published === null ? 'no date' : dateInWords(published),
    language,
    latest === undefined ? 'no text captured' : sizeWords(latest.size),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
