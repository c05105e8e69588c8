import { useEffect, useState } from 'react';
import { err, ok } from '../../../../shared/lib/result.ts';
import type { Result } from '../../../../shared/lib/result.ts';
import { extractOriginal } from '../../../captures/extract/index.ts';
import { useCaptures } from '../../../session/captures-context.ts';
import { useSession } from '../../../session/session-context.ts';
import { pagePictures } from './page-pictures.ts';
import type { PagePicture, PagePictures } from './page-pictures.ts';

/** A picture of a page, with the address that it can be looked at by. */
export interface ShownPicture extends PagePicture {
  readonly address: string;
}

interface Shown extends Omit<PagePictures, 'pictures'> {
  readonly pictures: readonly ShownPicture[];
}

/** The pictures of a captured page; a sentence where they cannot be had; null while the page is read, away from the window's thread. */
export function usePagePictures(hash: string, name: string, mediaType: string): Result<Shown, string> | null {
  const captures = useCaptures();
  const { id: notebook } = useSession();
  const [found, setFound] = useState<Result<Shown, string> | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const addresses: string[] = [];
    const read = async (): Promise<Result<PagePictures, string>> => {
      const bytes = await captures.get(notebook, hash);
      if (!bytes.ok) return err(bytes.error.message);
      const html = await extractOriginal(bytes.value, { name, mediaType }, { signal: stop.signal });
      return html.ok ? ok(pagePictures(html.value)) : err(html.error.message);
    };
    const address = (picture: PagePicture): ShownPicture => {
      const url = URL.createObjectURL(new Blob([picture.bytes], { type: picture.mediaType }));
      addresses.push(url);
      return { ...picture, address: url };
    };
    void read()
      .catch((error: unknown) => err(error instanceof Error ? error.message : String(error)))
      .then((page) => {
        if (stop.signal.aborted) return;
        setFound(page.ok ? ok({ ...page.value, pictures: page.value.pictures.map(address) }) : page);
      });
    return () => {
      stop.abort();
      for (const url of addresses) URL.revokeObjectURL(url);
    };
  }, [captures, notebook, hash, name, mediaType]);
  return found;
}
