import { useMemo } from 'react';
import { describePassage } from '../../../../shared/anchors/index.ts';
import type { Place } from '../../../../shared/anchors/index.ts';
import { useCommands, useSession } from '../../../session/session-context.ts';
import type { Passage } from './found-passage.ts';
import { pageOf } from './pages.ts';
import type { ReadVersion } from './use-passages.ts';

/** What a person can say of a passage in the version that is read. The anchor it was made with is never changed. */
export interface ConfirmPlace {
  here(place: Place): void;
  notHere(): void;
  /** Takes back what was said of this version. */
  forget(): void;
}

/** Says where a passage is in the version that is read. Each is one undo step. */
export function useConfirmPlace(passage: Passage, { capture, reading }: ReadVersion): ConfirmPlace {
  const { set } = useCommands();
  const { writer } = useSession();
  return useMemo(() => {
    const ref = { kind: 'passages', id: passage.id };
    const { confirmed, quote: own } = passage.fields;
    const others = confirmed.filter((one) => one.capture !== capture.hash);
    const say = (said: Pick<(typeof confirmed)[number], 'quote' | 'position'>): void =>
      set(ref, 'confirmed', [
        ...others,
        { capture: capture.hash, ...said, by: writer.author, at: writer.now() },
      ] satisfies typeof confirmed);
    return {
      here: ({ start, end }) => {
        const page = pageOf(reading.pages, start);
        const { quote, position } = describePassage(reading.text, start, end, page ?? undefined);
        say({ quote: { ...quote }, position: { ...position } });
      },
      notHere: () => say({ quote: own ?? { exact: '', prefix: '', suffix: '' }, position: null }),
      forget: () => set(ref, 'confirmed', others),
    };
  }, [passage, capture.hash, reading, set, writer]);
}
