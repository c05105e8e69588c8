import { storyJsonFromDraft } from '../../shared/imports/index.ts';
import { ok, type Result } from '../../shared/lib/result.ts';
import { readStory } from './read-story.ts';

/** Reads a page and gives its Story JSON as text. */
export async function importAsJson(file: string, capturedOn: string | null): Promise<Result<string, string>> {
  const draft = await readStory(file, capturedOn);
  return draft.ok ? ok(`${JSON.stringify(storyJsonFromDraft(draft.value), null, 2)}\n`) : draft;
}
