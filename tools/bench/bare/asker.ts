/** As many answers as are compared: all engines look closely at their 50 best at least. */
export const limit = 10;

/** A worker of that source, and the milliseconds from asking it until its answer is here. */
export function asker(source: string) {
  const worker = new Worker(URL.createObjectURL(new Blob([source], { type: 'text/javascript' })));
  let serial = 0;
  const ask = (text: string): Promise<number> =>
    new Promise((resolve) => {
      const start = performance.now();
      worker.onmessage = () => resolve(performance.now() - start);
      worker.postMessage({ type: 'query', serial: (serial += 1), text, limit });
    });
  return { worker, ask };
}
