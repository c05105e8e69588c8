import { useMemo, useSyncExternalStore } from 'react';
import { ledger } from '../../shared/evidence/index.ts';
import type { LedgerRow } from '../../shared/evidence/index.ts';
import type { StoryReader } from '../../shared/story/reading/reader.ts';
import { evidenceIndex } from '../session/evidence.ts';
import { useSession } from '../session/session-context.ts';

/** The rows of the ledger, made anew after any change while it is shown: values, names and dates come from everywhere. */
class LedgerModel {
  readonly #reader: StoryReader;
  #rows: readonly LedgerRow[] | null = null;

  constructor(reader: StoryReader) {
    this.#reader = reader;
  }

  rows(): readonly LedgerRow[] {
    this.#rows ??= ledger(this.#reader, evidenceIndex(this.#reader).targets(), this.#reader.list('contradictions'));
    return this.#rows;
  }

  onChange(listener: () => void): () => void {
    // The index listens first, so that it knows what is asked of it.
    evidenceIndex(this.#reader);
    this.#rows = null;
    return this.#reader.onChange(() => {
      this.#rows = null;
      listener();
    });
  }
}

/** All rows of the contradiction ledger, in the order of the story. */
export function useLedger(): readonly LedgerRow[] {
  const { reader } = useSession();
  const model = useMemo(() => new LedgerModel(reader), [reader]);
  const subscribe = useMemo(() => (listener: () => void) => model.onChange(listener), [model]);
  return useSyncExternalStore(subscribe, () => model.rows());
}
