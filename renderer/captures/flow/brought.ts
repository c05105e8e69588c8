import { maxSourceBytes, tooLargeMessage } from '../../../shared/bridge/index.ts';
import type { Bridge } from '../../../shared/bridge/index.ts';
import type { CaptureHint } from '../../../shared/captures/index.ts';
import { err, ok } from '../../../shared/lib/result.ts';
import type { Result } from '../../../shared/lib/result.ts';

/** The bytes of what was brought, and what is known of them besides. */
export interface BroughtBytes {
  readonly bytes: Uint8Array;
  readonly hint: CaptureHint;
}

/** Something that is to become a source. It is read when its turn comes. */
export interface Brought {
  /** What it is called until more is known of it: a file's name, an address, or words for what was pasted. */
  readonly name: string;
  /** A failure is a sentence that says what to do. Asked again when the person tries again. */
  readonly read: (signal: AbortSignal) => Promise<Result<BroughtBytes, { readonly message: string }>>;
}

/** A file that was dropped or pasted. Its size is looked at first; a folder cannot be read and says so. */
export function broughtFile(file: File): Brought {
  const { name } = file;
  return {
    name,
    read: async () => {
      if (file.size > maxSourceBytes) return err({ message: tooLargeMessage(name, file.size, maxSourceBytes) });
      try {
        return ok({ bytes: new Uint8Array(await file.arrayBuffer()), hint: { name } });
      } catch {
        const message = `“${name}” could not be read. If it is a folder, open it and drop the files in it.`;
        return err({ message });
      }
    },
  };
}

/** A file that was chosen in the open dialog. */
export function chosenFile(bridge: Bridge, { file, name }: { readonly file: string; readonly name: string }): Brought {
  return {
    name,
    read: async () => {
      const read = await bridge.files.readSource({ file });
      return read.ok ? ok({ bytes: read.value.bytes, hint: { name: read.value.name } }) : read;
    },
  };
}

/** What was read already: a file of this name, or text. */
export function broughtContent(name: string, content: Uint8Array | string): Brought {
  if (typeof content === 'string') return broughtText(content);
  return { name, read: () => Promise.resolve(ok({ bytes: content, hint: { name } })) };
}

/** Text that was pasted; with its formatting where that is to be kept. */
export function broughtText(text: string, html: string | null = null): Brought {
  const bytes = new TextEncoder().encode(html ?? text);
  const mediaType = html === null ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8';
  return { name: 'Pasted text', read: () => Promise.resolve(ok({ bytes, hint: { name: '', mediaType } })) };
}
