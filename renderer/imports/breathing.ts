/** Milliseconds of work after which the window may paint and answer. */
const stretch = 3;

/** To be awaited between small pieces of long work: lets the window go first whenever a stretch of work is over. */
export function breathing(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < stretch) return;
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  };
}
