import { useNow, useStory } from '../session/session-context.ts';
import { localDay } from './local-day.ts';

/** The day that words like "yesterday" and missing years are read against: the day of capture, else today. */
export function useReadingDay(): string {
  const { capturedOn } = useStory().fields;
  const now = useNow();
  return capturedOn ?? localDay(now);
}
