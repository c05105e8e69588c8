import { base64Of, chosenBrief, readBriefSettings, settingsKey } from '../brief/index.ts';
import type { BriefSettings } from '../brief/index.ts';
import type { Picture } from '../../shared/exports/index.ts';
import { fullStoryJson, snapshotOf } from '../../shared/imports/index.ts';
import { err, ok } from '../../shared/lib/result.ts';
import type { Result } from '../../shared/lib/result.ts';
import type { BriefDraft } from '../../shared/story/brief-block.ts';
import { picturesIn } from '../../shared/brief/index.ts';
import { readDraftBlocks } from '../../shared/story/reading/draft-blocks.ts';
import { localDay } from '../fields/index.ts';
import type { CaptureStore } from '../persistence/captures.ts';
import { remembered } from '../session/local-memory.ts';
import type { ShownNotebook } from '../session/shown-notebook.ts';
import type { ExportForm } from './export-formats.ts';
import { looksFor } from './looks.ts';

/** What an export is made from. */
export interface ExportSource {
  readonly session: ShownNotebook;
  readonly captures: CaptureStore;
  /** Who is writing, for the cover where nobody else is named. */
  readonly author: string;
  /** Where nobody chose one for the brief. */
  readonly paper: 'A4' | 'Letter';
}

/** A file that is ready to be saved. */
export interface MadeExport {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** A sentence for each thing that could not come along. */
  readonly leftOut: readonly string[];
}

/** Makes the file. `draft`: the one that a brief prints, null for none; for Markdown the one that is wanted, null for the whole notebook. The failure is a sentence. */
export async function makeExport(
  { session, captures, author, paper }: ExportSource,
  form: ExportForm,
  draft: string | null,
): Promise<Result<MadeExport, string>> {
  const { reader } = session;
  const exports = await import('../../shared/exports/index.ts');
  const text = (written: string, leftOut: readonly string[] = []): Result<MadeExport, string> =>
    ok({ bytes: new TextEncoder().encode(written), leftOut });
  const at = new Date();
  if (form === 'html' || form === 'docx') {
    const settings = withDraft(readBriefSettings(remembered(settingsKey(session.id))), draft);
    const drafts = draft === null ? ok([]) : await draftsOf(session, [draft]);
    if (!drafts.ok) return drafts;
    const { picture, missing } = await picturesOf(session, captures, drafts.value);
    const authors = (settings.authors ?? author).split(',').map((name) => name.trim());
    const wish = {
      settings,
      draft: drafts.value[0] ?? null,
      paper: settings.paper ?? paper,
      authors: authors.filter((name) => name !== ''),
      date: settings.date ?? localDay(at),
      images: picture,
    };
    const { brief } = chosenBrief(reader, wish, null);
    if (form === 'html') return text(exports.writeHtml(brief, await looksFor(brief)), missing);
    return ok({ bytes: await exports.writeDocx(brief, { paper: wish.paper, at: at.toISOString() }), leftOut: missing });
  }
  const drafts = await draftsOf(session, form === 'md' && draft !== null ? [draft] : reader.ids('drafts'));
  if (!drafts.ok) return drafts;
  if (form === 'json') return text(`${JSON.stringify(fullStoryJson(snapshotOf(reader), drafts.value), null, 2)}\n`);
  const { picture, missing } = await picturesOf(session, captures, form === 'md' ? drafts.value : []);
  const [only] = drafts.value;
  if (form === 'md' && draft !== null && only !== undefined)
    return text(exports.writeDraftMarkdown(reader, only, picture), missing);
  const options = { at: at.toISOString(), notebook: session.id, drafts: drafts.value, picture };
  const written = exports.writeStory(reader, form, options);
  if (!written.ok) return err(written.error.message);
  return text(written.value.text, [...missing, ...undated(written.value.leftOut)]);
}

/** The settings with the part for drafts printed where one was chosen, whatever was left out of the last brief. */
function withDraft(settings: BriefSettings, draft: string | null): BriefSettings {
  return draft === null ? settings : { ...settings, off: settings.off.filter((kind) => kind !== 'drafts') };
}

/** The drafts that are still in the notebook, with their texts. */
async function draftsOf(
  session: ShownNotebook,
  ids: readonly string[],
): Promise<Result<readonly BriefDraft[], string>> {
  const drafts: BriefDraft[] = [];
  for (const id of ids) {
    const title = session.reader.titleOf({ kind: 'drafts', id });
    if (title === null) continue;
    const opened = await session.draft(id);
    if (!opened.ok) return err(`The text of “${title}” could not be read. ${opened.error.message}`);
    drafts.push({ id, blocks: readDraftBlocks(opened.value.doc) });
    opened.value.release();
  }
  return ok(drafts);
}

async function picturesOf(session: ShownNotebook, captures: CaptureStore, drafts: readonly BriefDraft[]) {
  const wanted = new Map(drafts.flatMap(({ blocks }) => picturesIn(blocks).map((one) => [one.sha256, one.mediaType])));
  const found = new Map<string, Picture>();
  for (const [sha256, mediaType] of wanted) {
    const bytes = await captures.get(session.id, sha256);
    if (bytes.ok) found.set(sha256, { mediaType, base64: base64Of(bytes.value) });
  }
  const lost = wanted.size - found.size;
  const words =
    lost === 1 ? 'One picture is not on this computer.' : `${String(lost)} pictures are not on this computer.`;
  return { picture: (sha256: string) => found.get(sha256) ?? null, missing: lost === 0 ? [] : [words] };
}

/** More are counted, not named. */
const mostNamed = 3;

function undated(titles: readonly string[]): readonly string[] {
  if (titles.length === 0) return [];
  const named = titles.slice(0, mostNamed).map((title) => `“${title.replace(/\s+/g, ' ').slice(0, 80)}”`);
  const more = titles.length - named.length;
  return [
    `Left out, for want of a date that can be written: ${named.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}.`,
  ];
}
