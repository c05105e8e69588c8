/** What a promise gives, or `silence` when it has not settled in time. What it gives later is lost, unless `late` wants it. */
export async function within<T, S>(
  milliseconds: number,
  work: Promise<T>,
  silence: S,
  late?: (value: T) => void,
): Promise<T | S> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLate = false;
  const silent = new Promise<S>((resolve) => {
    timer = setTimeout(() => {
      isLate = true;
      resolve(silence);
    }, milliseconds);
  });
  const done = work.then((value) => {
    if (isLate) late?.(value);
    return value;
  });
  try {
    return await Promise.race([done, silent]);
  } finally {
    clearTimeout(timer);
    // After the time is up nobody hears of a failure any more.
    if (isLate) done.catch(() => undefined);
  }
}
