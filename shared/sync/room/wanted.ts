import { toHex } from '../base64.ts';

interface Naming<T> {
  readonly by: T;
  readonly key: Uint8Array;
}

/**
 * The files that blobs name, and that have not been fetched, each with all that name it. An editor may name another's file with a key that does not
 * open it: that is no reason not to read it for those who name it with the one that does.
 */
export class WantedFiles<T> {
  readonly #named = new Map<string, Naming<T>[]>();

  /** Their SHA-256, in hexadecimal. */
  cids(): readonly string[] {
    return [...this.#named.keys()];
  }

  /** Those that name a file. */
  all(): readonly T[] {
    return [...this.#named.values()].flat().map(({ by }) => by);
  }

  add(cid: string, key: Uint8Array, by: T): void {
    const named = this.#named.get(cid);
    if (named === undefined) this.#named.set(cid, [{ by, key }]);
    else named.push({ by, key });
  }

  drop(cid: string): void {
    this.#named.delete(cid);
  }

  /** What those read who name a file, in their order: `open` is asked once for each key, and gives null for one that does not open it. */
  read<R>(cid: string, open: (key: Uint8Array) => R | null): readonly { readonly by: T; readonly content: R }[] {
    const opened = new Map<string, R | null>();
    return (this.#named.get(cid) ?? []).flatMap(({ by, key }) => {
      const name = toHex(key);
      const content = opened.has(name) ? (opened.get(name) ?? null) : open(key);
      opened.set(name, content);
      return content === null ? [] : [{ by, content }];
    });
  }
}
