import type { Bridge, LeftNotebook } from '../../../shared/bridge/index.ts';

/** Where a conversion of the library is. */
export type ConversionStep =
  /** Taking the encryption off was interrupted: a person has to say whether it goes on. */
  | { readonly kind: 'asking' }
  | {
      readonly kind: 'working';
      readonly towards: Direction;
      readonly progress: { readonly done: number; readonly total: number } | null;
    }
  | { readonly kind: 'failed'; readonly towards: Direction; readonly message: string }
  /** It is over; some notebooks stayed as they were. */
  | { readonly kind: 'left'; readonly towards: Direction; readonly left: readonly LeftNotebook[] }
  | { readonly kind: 'done' };

export type Direction = 'encrypted' | 'plain';

/** Converts the library while nothing of it is open: goes on after failures, and back when wanted. */
export class ConversionFlow {
  readonly #bridge: Pick<Bridge, 'encryption' | 'on'>;
  readonly #listeners = new Set<() => void>();
  readonly #onDone: () => void;
  #step: ConversionStep;
  #turned = false;

  /** @param onDone called when nothing is left to be done, or a person wants to go on all the same */
  constructor(
    bridge: Pick<Bridge, 'encryption' | 'on'>,
    found: { readonly towards: Direction; readonly agreed: boolean },
    onDone: () => void,
  ) {
    this.#bridge = bridge;
    this.#onDone = onDone;
    this.#step = found.agreed ? { kind: 'working', towards: found.towards, progress: null } : { kind: 'asking' };
    bridge.on('library.progress', ({ task, done, total }) => {
      if (task === 'encrypt' && this.#step.kind === 'working') this.#show({ ...this.#step, progress: { done, total } });
    });
    if (found.agreed) void this.#run(found.towards);
  }

  current(): ConversionStep {
    return this.#step;
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Goes on after a failure. */
  async again(): Promise<void> {
    if ('towards' in this.#step) await this.#run(this.#step.towards);
  }

  /** Stops, and converts back what was converted. */
  async turnBack(): Promise<void> {
    if (!('towards' in this.#step)) return;
    if (this.#step.kind !== 'working') return await this.go(this.#step.towards === 'plain' ? 'encrypted' : 'plain');
    this.#turned = true;
    await this.#bridge.encryption.stop();
  }

  /** Begins, or goes on, in a direction that a person has chosen. */
  async go(towards: Direction): Promise<void> {
    const { keep, turnOff } = this.#bridge.encryption;
    this.#show({ kind: 'working', towards, progress: null });
    const agreed = await (towards === 'encrypted' ? keep() : turnOff());
    if (agreed.ok) await this.#run(towards);
    else this.#show({ kind: 'failed', towards, message: agreed.error.message });
  }

  /** Goes on to the notebooks, though some stayed as they were. */
  leave(): void {
    this.#onDone();
  }

  async #run(towards: Direction): Promise<void> {
    this.#turned = false;
    this.#show({ kind: 'working', towards, progress: null });
    const converted = await this.#bridge.encryption.convert();
    if (converted.ok && converted.value.left.length > 0) {
      this.#show({ kind: 'left', towards, left: converted.value.left });
    } else if (converted.ok) {
      this.#show({ kind: 'done' });
      this.#onDone();
    } else if (this.#turned) {
      await this.go(towards === 'plain' ? 'encrypted' : 'plain');
    } else {
      this.#show({ kind: 'failed', towards, message: converted.error.message });
    }
  }

  #show(step: ConversionStep): void {
    this.#step = step;
    for (const listener of [...this.#listeners]) listener();
  }
}
