/** Milliseconds of work between two chances for others: short enough not to be felt, and few enough of them to cost nothing. */
const slice = 30;

/** Resolves as soon as the window has had a chance to do something else. Faster than a timer, which waits four milliseconds. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Does something with each of many, in slices of time, and lets others go first in between. `batch` runs one slice's calls. */
export async function inSlices<T>(
  all: readonly T[],
  work: (one: T) => void,
  batch: (run: () => void) => void = (run) => run(),
): Promise<void> {
  let at = 0;
  while (at < all.length) {
    batch(() => {
      const until = performance.now() + slice;
      do {
        const one = all[at];
        at += 1;
        if (one !== undefined) work(one);
      } while (at < all.length && performance.now() < until);
    });
    if (at < all.length) await pause();
  }
}
