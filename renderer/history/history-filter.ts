import type { Change } from '../../shared/history/change.ts';
import type { PastMoment } from './history.ts';
import { whoWords } from './history-words.ts';
import type { ChangeFilter } from './use-changes.ts';

/** What stands for the story's own fields among the kinds of entries. */
const storyPart = 'story';

/** The changes of one person in one part of the notebook; '' for anybody and anywhere. Null where all are wanted. */
export function filterOf(who: string, kind: string): ChangeFilter | null {
  if (who === '' && kind === '') return null;
  return {
    key: `${who}\n${kind}`,
    accepts: (change) => (who === '' || whoWords(change) === who) && (kind === '' || touches(change, kind)),
  };
}

function touches(change: Change, kind: string): boolean {
  if (change.type === 'many')
    return kind === storyPart ? change.storyFields > 0 : change.counts.some((count) => count.kind === kind);
  const { subject } = change;
  return subject.type === 'story' ? kind === storyPart : subject.ref.kind === kind;
}

/** An earlier state as a place of the window names it: `kept:1767225600000`, `backup:NAME`. Null for anything else. */
export function momentOf(place: string): PastMoment | null {
  const [, type, value = ''] = /^(kept|backup):(.+)$/.exec(place) ?? [];
  if (type === 'backup') return { type, name: value };
  const kept = Number(value);
  return type === 'kept' && Number.isSafeInteger(kept) ? { type, kept } : null;
}

/** The other way round. */
export function placeOf(moment: PastMoment): string {
  return moment.type === 'kept' ? `kept:${moment.kept}` : `backup:${moment.name}`;
}
