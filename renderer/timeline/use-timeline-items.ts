import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useSession } from '../session/session-context.ts';
import type { TimelineItem } from './item.ts';
import { TimelineModel } from './model.ts';

/** All events of the open notebook in display order; a new array when any of them changed. */
export function useTimelineItems(): readonly TimelineItem[] {
  const { reader } = useSession();
  const model = useMemo(() => new TimelineModel(reader), [reader]);
  useEffect(() => () => model.dispose(), [model]);
  return useSyncExternalStore(
    (listener) => model.onChange(listener),
    () => model.items(),
  );
}
