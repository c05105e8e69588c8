import { dateInWords } from '../../../shared/story/dates/index.ts';
import type { EntryOf } from '../../../shared/story/sections.ts';
import { captureKind } from '../../captures/capture-words.ts';
import { sizeWords } from '../../ui/index.ts';

type SourceValues = EntryOf<'sources'>['fields'];

/** "Suez Canal Authority · 25 March 2021 · en · 1.8 kB · PDF · 2 versions" */
export function metaOf({ publisher, published, language, captures }: SourceValues): string {
  const latest = captures.at(-1);
  const captured =
    latest === undefined ? ['nothing captured'] : [sizeWords(latest.size), captureKind(latest.mediaType)];
  return [
    publisher,
    published === null ? 'no date' : dateInWords(published),
    language,
    ...captured,
    captures.length > 1 ? `${captures.length} versions` : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
