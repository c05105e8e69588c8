import { useEffect, useState } from 'react';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';
import { useArrival, useTurns } from '../../captures/team/use-team-file.ts';
import type { CaptureStore } from '../../persistence/captures.ts';
import { useCaptures } from '../../session/captures-context.ts';
import { useSession } from '../../session/session-context.ts';
import { brokenPicture, pictureFile } from './picture-file.ts';

/** How far outside what can be seen of the text a picture is already fetched. */
const ahead = '1500px';

interface Loaded {
  readonly key: string;
  readonly picture: Result<string, string>;
}

/**
 * The address of a picture of the notebook's files; a sentence where it cannot be shown; null while it is far from the window or on its way.
 * @param frame where it is to stand
 */
export function usePicture(sha256: string, frame: Element | null): Result<string, string> | null {
  const captures = useCaptures();
  const { id: notebook } = useSession();
  const isNear = useNear(frame);
  const { turn, again } = useTurns(sha256);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const key = `${sha256}/${turn}`;
  useEffect(() => {
    if (!isNear || sha256 === '') return;
    let isGone = false;
    let address: string | null = null;
    void pictureBytes(captures, notebook, sha256).then((picture) => {
      if (isGone) return;
      if (picture.ok) address = URL.createObjectURL(picture.value);
      setLoaded({ key, picture: address === null ? asProblem(picture) : ok(address) });
    });
    return () => {
      isGone = true;
      if (address !== null) URL.revokeObjectURL(address);
    };
  }, [captures, notebook, key, sha256, isNear]);
  useArrival(sha256, loaded?.key === key && !loaded.picture.ok, again);
  if (sha256 === '') return nameless;
  return loaded?.key === key ? loaded.picture : null;
}

const nameless = err('Which picture stood here is not known any more.');

function asProblem(picture: Result<unknown, string>): Result<never, string> {
  return picture.ok ? err('') : picture;
}

/** What is stored may be any file, and what a draft says of it anything: only what is a picture by its own bytes is shown. */
async function pictureBytes(captures: CaptureStore, notebook: string, sha256: string): Promise<Result<Blob, string>> {
  let bytes = await captures.get(notebook, sha256);
  // Pasted from another notebook, say: its folder may have the file.
  if (!bytes.ok && bytes.error.reason === 'missing' && (await captures.complete(notebook, [sha256])).length === 0)
    bytes = await captures.get(notebook, sha256);
  const lacking = captures.team?.of(notebook, sha256);
  if (!bytes.ok && lacking?.kind === 'lacking') return err(`${lacking.why} Its place and its caption are kept.`);
  if (!bytes.ok) return err(words(bytes.error));
  const known = pictureFile(bytes.value);
  if (!known.ok) return err(`This file ${known.error.message}`);
  return ok(new Blob([new Uint8Array(bytes.value)], { type: known.value.mediaType }));
}

function words({ reason, message }: { readonly reason: string; readonly message: string }): string {
  if (reason === 'missing') return 'This picture’s file is not on this computer. Its place and its caption are kept.';
  if (reason === 'damaged') return 'This picture’s file is not what was added, so it is not shown.';
  return `This picture cannot be shown. ${message}`;
}

/** Whether an element came near the window; stays so. */
function useNear(frame: Element | null): boolean {
  // Absent in the small DOM of the tests.
  const [isNear, setNear] = useState(typeof IntersectionObserver === 'undefined');
  useEffect(() => {
    if (frame === null || isNear) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setNear(true);
      },
      { scrollMargin: ahead },
    );
    watcher.observe(frame);
    return () => watcher.disconnect();
  }, [frame, isNear]);
  return isNear;
}

/** Said where a picture's bytes are read but the window cannot draw them. */
export const undrawable = `This picture ${brokenPicture.message}`;
