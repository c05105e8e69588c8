import { merged, sharing } from './edit-rows.ts';

/** An update that waits to be written, or the end of a batch. */
export type Waiting = Uint8Array | number;

/** What waits as rows, and after how many of them each batch ends. No row goes past the end of a batch. */
export function arranged(taken: readonly Waiting[]): {
  readonly rows: readonly Uint8Array[];
  readonly ends: readonly { readonly batch: number; readonly after: number }[];
} {
  const rows: Uint8Array[] = [];
  const ends: { batch: number; after: number }[] = [];
  let run: Uint8Array[] = [];
  const finish = (): void => {
    for (const group of sharing(
      run,
      (update) => update,
      () => true,
    ))
      rows.push(merged(group));
    run = [];
  };
  for (const one of taken) {
    if (typeof one !== 'number') run.push(one);
    else {
      finish();
      ends.push({ batch: one, after: rows.length });
    }
  }
  finish();
  return { rows, ends };
}
