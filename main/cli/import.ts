import { type DayOrder, snapshotOf, storyJsonFromDraft, storyJsonFromSnapshot } from '../../shared/imports/index.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { readStory } from './read-story.ts';

/** Reads a page or a notebook and gives its Story JSON as text. */
export async function importAsJson(
  file: string,
  capturedOn: string | null,
  dateOrder?: DayOrder,
): Promise<Result<string, string>> {
  const story = await readStory(file, capturedOn, dateOrder);
  if (!story.ok) return story;
  const { value } = story;
  const json =
    value.kind === 'page' ? storyJsonFromDraft(value.draft) : storyJsonFromSnapshot(snapshotOf(value.reader));
  return ok(`${JSON.stringify(json, null, 2)}\n`);
}
