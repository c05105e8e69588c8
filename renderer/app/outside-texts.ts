import { draftText } from '../../shared/story/draft-block.ts';
import { readDraftBlocks } from '../../shared/story/reading/draft-blocks.ts';
import type { EntryRef } from '../../shared/story/ref.ts';
import type { CaptureStore } from '../persistence/captures.ts';
import type { OutsideTexts } from '../search/index.ts';
import { loadReading } from '../session/captured-reading.ts';
import type { NotebookSession } from '../session/notebook-session.ts';

/** The words that lie outside the notebook's document: its drafts' and its captured sources'. For search. */
export function outsideTexts(session: NotebookSession, captures: CaptureStore): OutsideTexts {
  const listeners = new Set<(ref: EntryRef) => void>();
  const followed = new Set<string>();

  const draft = async (ref: EntryRef): Promise<string> => {
    const held = await session.draft(ref.id);
    if (!held.ok) return '';
    const { doc } = held.value;
    if (!followed.has(ref.id)) {
      followed.add(ref.id);
      doc.on('update', () => {
        for (const listener of [...listeners]) listener(ref);
      });
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
    return reading.ok ? reading.value.text : '';
  };

  return {
    load: (ref) => (ref.kind === 'drafts' ? draft(ref) : ref.kind === 'sources' ? source(ref) : null),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
