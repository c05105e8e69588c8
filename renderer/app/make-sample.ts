import { changesOfDraft, readStoryText } from '../../shared/imports/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Problem, Result } from '../../shared/lib/result.ts';
import { applyImport } from '../../shared/story/commands/apply-import.ts';
import type { ImportDraft } from '../../shared/story/import-draft.ts';
import type { Library } from '../persistence/library.ts';
import { NotebookSession } from '../session/notebook-session.ts';
import type { SessionServices } from '../session/notebook-session.ts';

const fileName = 'six-days-in-the-canal.json';
const address = new URL('../../resources/samples/six-days-in-the-canal.json', import.meta.url);

type SampleProblem = Problem<'unreadable' | 'not-stored'>;

/**
 * Makes the sample notebook and gives its id. It is filled before it is shown, so that nobody takes it back by undoing.
 * Nothing is left of one that does not come off.
 */
export async function makeSample(library: Library, services: SessionServices): Promise<Result<string, SampleProblem>> {
  const read = readStoryText(await (await fetch(address)).text(), { fileName, capturedOn: null });
  if (!read.ok) return err({ reason: 'unreadable', message: read.error.message });
  const begun = await library.begin(read.value.story.title ?? '');
  if (!begun.ok) return err({ reason: 'not-stored', message: begun.error.message });
  const problem = await fill(begun.value, read.value, library, services);
  if (problem === null) return ok(begun.value);
  await library.discard(begun.value);
  return err({ reason: 'not-stored', message: problem });
}

/** Why the notebook could not be filled; null where it was. */
async function fill(
  id: string,
  draft: ImportDraft,
  library: Library,
  services: SessionServices,
): Promise<string | null> {
  const opened = await NotebookSession.open(id, services);
  if (!opened.ok) return opened.error.message;
  const session = opened.value;
  await applyImport(session.writer, changesOfDraft(draft));
  const state = await session.flush();
  if (state.kind !== 'failed') library.finish(id, session.reader);
  await session.close();
  return state.kind === 'failed' ? state.message : null;
}
