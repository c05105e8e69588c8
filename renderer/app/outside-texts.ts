import { draftText } from '../../shared/story/draft-block.ts';
import { readDraftBlocks } from '../../shared/story/reading/draft-blocks.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import type { CaptureStore } from '../persistence/captures.ts';
import type { OutsideTexts } from '../search/index.ts';
import { loadReading } from '../session/captured-reading.ts';
import type { NotebookSession } from '../session/notebook-session.ts';

/** Milliseconds from a sign that texts may have come to looking for them: such signs come in numbers. */
const patience = 2000;

/** The words that lie outside the notebook's document: its drafts' and its captured sources'. For search. */
export function outsideTexts(session: NotebookSession, captures: CaptureStore): OutsideTexts {
  const listeners = new Set<(ref: EntryRef) => void>();
  const followed = new Set<string>();
  /** Sources whose text has to come from the team, by id. */
  const lacking = new Map<string, EntryRef>();
  const tell = (ref: EntryRef): void => {
    for (const listener of [...listeners]) listener(ref);
  };

  const draft = async (ref: EntryRef): Promise<string> => {
    const held = await session.draft(ref.id);
    if (!held.ok) return '';
    const { doc } = held.value;
    if (!followed.has(ref.id)) {
      followed.add(ref.id);
      doc.on('update', () => tell(ref));
    }
    const text = draftText(readDraftBlocks(doc), (to) => session.reader.titleOf(to));
    held.value.release();
    return text;
  };

  /** What the latest capture says, of whatever kind it is: the very text that the reader shows, so that a hit is found there again. */
  const source = async (ref: EntryRef): Promise<string> => {
    const latest = session.reader.entry('sources', ref.id)?.fields.captures.at(-1);
    if (latest === undefined) return '';
    const reading = await loadReading(captures, session.id, latest);
    const isLacking = captures.team?.of(session.id, latest.reading ?? latest.hash)?.kind === 'lacking';
    if (isLacking) lacking.set(ref.id, ref);
    else lacking.delete(ref.id);
    return reading.ok ? reading.value.text : '';
  };

  /** Asks for what is lacking, one after the other, and tells of what came. */
  const ask = async (): Promise<void> => {
    for (const ref of [...lacking.values()]) {
      if (listeners.size === 0) return;
      await source(ref);
      if (!lacking.has(ref.id)) tell(ref);
    }
  };
  let isAsking = false;
  /** Whether there was a sign since what is lacking was last gone through. */
  let isDue = false;
  const askSoon = async (): Promise<void> => {
    isAsking = true;
    while (isDue) {
      await new Promise((resolve) => setTimeout(resolve, patience));
      isDue = false;
      await ask();
    }
    isAsking = false;
  };
  let stopHoping: (() => void) | null = null;
  const hope = (notebook: string): void => {
    if (notebook !== session.id || lacking.size === 0) return;
    isDue = true;
    if (!isAsking) void askSoon();
  };

  return {
    load: (ref) => (ref.kind === 'drafts' ? draft(ref) : ref.kind === 'sources' ? source(ref) : null),
    onChange: (listener) => {
      listeners.add(listener);
      stopHoping ??= captures.team?.onHope(hope) ?? null;
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stopHoping?.();
        stopHoping = null;
      };
    },
    lacking: () => lacking.size,
  };
}
