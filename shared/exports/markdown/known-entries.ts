import { mapSpans } from '../../story/draft-block.ts';
import type { DraftBlock, DraftCite, DraftSpan } from '../../story/draft-block.ts';
import { refKey } from '../../story/ref.ts';
import type { EntryRef } from '../../story/ref.ts';
import type { ReadDraft } from './read-draft.ts';
import { joined } from './read-inline.ts';

/**
 * The blocks of a draft for a notebook that may not have every entry they name: a reference to one that it does not have, or a citation of it,
 * is words, which `strangers` counts.
 */
export function withKnownEntries(
  { blocks, titles }: Pick<ReadDraft, 'blocks' | 'titles'>,
  isKnown: (ref: EntryRef) => boolean,
): { readonly blocks: readonly DraftBlock[]; readonly strangers: number } {
  let strangers = 0;
  const wordsOf = ({ ref, prefix = '', locator = '', suffix = '' }: DraftCite): string => {
    const place = [titles.get(refKey(ref)) ?? '', locator].filter((words) => words !== '').join(', ');
    return `[${[prefix, place, suffix].filter((words) => words !== '').join(' ')}]`;
  };
  const change = (spans: readonly DraftSpan[]): readonly DraftSpan[] =>
    joined(
      spans.flatMap((span): readonly DraftSpan[] => {
        if (span.ref !== undefined && !isKnown(span.ref)) {
          strangers += 1;
          return [{ text: span.text }];
        }
        const unknown = (span.cites ?? []).filter(({ ref }) => !isKnown(ref));
        if (span.cites === undefined || unknown.length === 0) return [span];
        strangers += unknown.length;
        const cites = span.cites.filter((cite) => !unknown.includes(cite));
        const words = unknown.map(wordsOf).join(' ');
        return cites.length === 0 ? [{ text: words }] : [{ ...span, cites }, { text: ` ${words}` }];
      }),
    );
  return { blocks: blocks.map((block) => mapSpans(block, change)), strangers };
}
