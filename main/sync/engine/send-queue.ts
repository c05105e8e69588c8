/** What a queue works for. */
export interface SendQueueOptions<T> {
  /** Whether nothing more is to be handed over at present. */
  readonly isBusy: () => boolean;
  /** Whether nothing will be handed over any more: what waits is dropped. */
  readonly isOver: () => boolean;
  readonly deliver: (message: T) => Promise<void>;
  /** Nothing waits any more. */
  readonly onIdle: () => void;
}

/** Milliseconds after which it is asked again whether more is taken. */
const again = 50;

/** Messages that are made when their turn comes and there is room for them, and sent one after the other. */
export class SendQueue<T> {
  readonly #options: SendQueueOptions<T>;
  /** What waits to be sent, or is being sent. */
  #jobs = 0;
  #working: Promise<void> = Promise.resolve();

  constructor(options: SendQueueOptions<T>) {
    this.#options = options;
  }

  /** Whether nothing waits to be sent. */
  get isIdle(): boolean {
    return this.#jobs === 0;
  }

  /** Sends what `make` gives when its turn comes; null for nothing. So what was edited while it waited is part of it. */
  send(make: () => T | null): void {
    this.#jobs += 1;
    this.#working = this.#working.then(() => this.#work(make));
  }

  /** Resolves when nothing waits to be sent. */
  async sent(): Promise<void> {
    while (!this.isIdle) await this.#working;
  }

  async #work(make: () => T | null): Promise<void> {
    const { isBusy, isOver, deliver, onIdle } = this.#options;
    while (isBusy() && !isOver()) await new Promise((resolve) => setTimeout(resolve, again));
    const message = isOver() ? null : make();
    if (message !== null) await deliver(message);
    this.#jobs -= 1;
    if (this.isIdle && !isOver()) onIdle();
  }
}
