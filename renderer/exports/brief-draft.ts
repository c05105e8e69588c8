import { draftToPrint, readBriefSettings, settingsKey } from '../brief/index.ts';
import { remembered } from '../session/local-memory.ts';
import type { ShownNotebook } from '../session/shown-notebook.ts';

/** The draft that the notebook's brief prints, as it was chosen in the Brief view; null for none. */
export function draftOfBrief({ id, reader }: ShownNotebook): string | null {
  const { draft, off } = readBriefSettings(remembered(settingsKey(id)));
  return off.includes('drafts') ? null : draftToPrint(draft, reader.list('drafts'));
}
