import { useCallback } from 'react';
import { describePassage } from '../../../../shared/anchors/index.ts';
import type { Place } from '../../../../shared/anchors/index.ts';
import type { EntryRef } from '../../../../shared/story/ref.ts';
import type { RichText } from '../../../../shared/story/rich-text.ts';
import { useCommands, useView } from '../../../session/session-context.ts';
import type { Colour } from './found-passage.ts';
import { pageOf } from './pages.ts';
import type { ReadVersion } from './use-passages.ts';

/** Makes a passage of a stretch of the text that is read, and chooses it. One undo step. */
export function useMarkPassage({ source, capture, reading }: ReadVersion) {
  const { create } = useCommands();
  const view = useView();
  return useCallback(
    (place: Place, colour: Colour, note?: RichText): EntryRef => {
      const page = pageOf(reading.pages, place.start);
      const { quote, position } = describePassage(reading.text, place.start, place.end, page ?? undefined);
      const ref = create({
        kind: 'passages',
        fields: {
          source: { kind: 'sources', id: source },
          capture: capture.hash,
          quote,
          position,
          colour,
          ...(note === undefined ? {} : { note }),
        },
      });
      view.select(ref);
      return ref;
    },
    [create, view, source, capture.hash, reading],
  );
}
