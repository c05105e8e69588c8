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

/** Why something was not read: a sentence that says what to do. */
export interface Unread {
  readonly message: string;
  /** The same once more, for a person who has read the sentence and wants it nevertheless. */
  readonly nevertheless?: Brought;
}

/** Something that is to become a source. It is read when its turn comes. */
export interface Brought {
  /** What it is called until more is known of it: a file's name, an address, or words for what was pasted. */
  readonly name: string;
  /** Asked again when the person tries again. */
  readonly read: (signal: AbortSignal) => Promise<Result<BroughtBytes, Unread>>;
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

/** What is at a web address. An address of this computer or its own network is only fetched once that was confirmed. */
export function broughtAddress(bridge: Bridge, address: string, allowPrivate = false): Brought {
  return {
    name: address,
    read: async (signal) => {
      const ticket = crypto.randomUUID();
      signal.addEventListener('abort', () => void bridge.fetch.stop({ ticket }));
      const fetched = await bridge.fetch.page({ ticket, address, allowPrivate });
      if (fetched.ok) {
        const { bytes, mediaType, finalAddress } = fetched.value;
        return ok({ bytes, hint: { name: fileNameIn(finalAddress), mediaType, address: finalAddress } });
      }
      const { reason, message } = fetched.error;
      if (reason !== 'private') return err({ message });
      return err({ message, nevertheless: broughtAddress(bridge, address, true) });
    },
  };
}

/** The file that an address names: "7.pdf"; '' where it names a place. */
function fileNameIn(address: string): string {
  const last = URL.canParse(address) ? (new URL(address).pathname.split('/').at(-1) ?? '') : '';
  if (!/\.[a-z\d]{1,8}$/i.test(last)) return '';
  try {
    return decodeURIComponent(last).replace(/[\u0000-\u001f/\\]/g, ' ');
  } catch {
    return last;
  }
}
