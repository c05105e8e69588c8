/** Undoes one registration. Calling it again does nothing. */
export type Dispose = () => void;

/** Collects the disposers of a component's life and runs them, last first, exactly once. */
export interface Disposer {
  /** Keeps `dispose` for later; runs it at once if everything is disposed of already. */
  readonly add: (dispose: Dispose) => void;
  /** Runs what was added, last first. One that throws does not keep the others from running; its error is rethrown last. */
  readonly dispose: Dispose;
}

/** Creates an empty disposer. */
export function createDisposer(): Disposer {
  let pending: Dispose[] | null = [];
  return {
    add(dispose) {
      if (pending === null) dispose();
      else pending.push(dispose);
    },
    dispose() {
      const all = pending ?? [];
      pending = null;
      const errors: unknown[] = [];
      for (const one of all.reverse()) {
        try {
          one();
        } catch (error) {
          errors.push(error);
        }
      }
      if (errors.length > 0) throw new AggregateError(errors, 'Some parts could not be disposed of');
    },
  };
}
