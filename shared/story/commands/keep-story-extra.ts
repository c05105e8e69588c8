import { storyMap } from '../document.ts';
import { storyFields } from '../story-fields.ts';
import { act } from './writer.ts';
import type { Writer } from './writer.ts';

/** Keeps what a newer version wrote beside the story's own fields; what is there already stays. */
export function keepStoryExtra(writer: Writer, extra: Readonly<Record<string, unknown>>): void {
  const map = storyMap(writer.doc);
  const kept = Object.entries(extra).filter(([name]) => !Object.hasOwn(storyFields, name) && !map.has(name));
  if (kept.length === 0) return;
  act(writer, 'keep', () => {
    for (const [name, value] of kept) map.set(name, value);
  });
}
