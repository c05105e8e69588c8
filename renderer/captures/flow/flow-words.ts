import { momentWords, sizeWords } from '../../ui/index.ts';
import { captureKind } from '../capture-words.ts';
import type { CaptureItem, ItemState, ReadItem } from './capture-item.ts';
import type { Duplicate } from './duplicates.ts';

/** Where something is on its way, in a word or two. */
export function stateWords({ state, duplicate, choice }: CaptureItem): string {
  switch (state.kind) {
    case 'waiting':
      return 'Waiting';
    case 'reading':
      return state.pages === null ? 'Reading' : `Reading page ${state.pages.done} of ${state.pages.total}`;
    case 'ready':
      if (choice === 'skip') return 'Is left out';
      return duplicate === null ? 'Ready' : 'Ready, here already';
    case 'adding':
      return 'Adding';
    case 'added':
      return state.as === 'version' ? 'Added as a new version' : 'Added';
    case 'problem':
      return 'Not added';
  }
}

/** What trying again is called. */
export function retryWords({ nevertheless }: Pick<ItemState & { readonly kind: 'problem' }, 'nevertheless'>): string {
  return nevertheless === null ? 'Try again' : 'Fetch it nevertheless';
}

/** "PDF, 1.4 MB". */
export function fileWords({ mediaType, original }: ReadItem): string {
  return `${captureKind(mediaType)}, ${sizeWords(original.size)}`;
}

/** That something is here already, and as what. */
export function duplicateWords({ by, source, title, capturedAt }: Duplicate, now: Date): string {
  if (source === null)
    return by === 'bytes'
      ? `The same file as “${title}” in this list.`
      : `The same address as “${title}” in this list.`;
  const when = capturedAt === '' ? '' : `, captured ${momentWords(capturedAt, now)}`;
  return by === 'bytes'
    ? `Already here as “${title}”${when}: exactly the same file.`
    : `Already here as “${title}”${when}: the same address, but not the same file.`;
}

/** What capturing a source once more is called, or for the first time. */
export function captureTitle({ title, isFirst }: { readonly title: string; readonly isFirst: boolean }): string {
  return isFirst ? `Capture “${title}”` : `Capture “${title}” again`;
}

/** "1 source", "12 sources". */
export function sourcesWords(count: number): string {
  return count === 1 ? '1 source' : `${count} sources`;
}
