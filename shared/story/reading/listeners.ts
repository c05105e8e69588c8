/** Listeners by topic. Telling a topic nobody listens to costs one look-up. */
export class Listeners {
  readonly #byTopic = new Map<string, Set<() => void>>();

  /** Returns the way to stop listening. */
  add(topic: string, listener: () => void): () => void {
    const listeners = this.#byTopic.get(topic) ?? new Set();
    listeners.add(listener);
    this.#byTopic.set(topic, listeners);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#byTopic.delete(topic);
    };
  }

  tell(topic: string): void {
    const listeners = this.#byTopic.get(topic);
    if (listeners === undefined) return;
    for (const listener of [...listeners]) listener();
  }
}
