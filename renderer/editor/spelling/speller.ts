import type { FromSpeller, ToSpeller } from './protocol.ts';

/** How long the dictionary stays in memory after the last draft was closed, milliseconds. */
const lingering = 30_000;
/** Verdicts that are remembered; a draft of 20,000 words has a few thousand different ones. */
const mostKnown = 50_000;

type Question = ToSpeller extends infer Q ? (Q extends ToSpeller ? Omit<Q, 'serial'> : never) : never;

/** The bundled dictionary, in a worker that lives while drafts are open. Verdicts are remembered. */
class Speller {
  #worker: Worker | null = null;
  #users = 0;
  #end = 0;
  #serial = 0;
  readonly #asked = new Map<number, (answer: FromSpeller) => void>();
  readonly #known = new Map<string, boolean>();

  /** Returns how one says that one does not need it any more. */
  join(): () => void {
    clearTimeout(this.#end);
    this.#users += 1;
    return () => {
      this.#users -= 1;
      if (this.#users === 0) this.#end = window.setTimeout(() => this.#close(), lingering);
    };
  }

  /** Whether a word is in the dictionary; undefined where it was not looked up yet. */
  verdict(word: string): boolean | undefined {
    return this.#known.get(word);
  }

  /** Looks words up. False where there is no dictionary. */
  async lookUp(words: readonly string[]): Promise<boolean> {
    const answer = await this.#ask({ type: 'check', words });
    if ('failed' in answer) return false;
    if (this.#known.size > mostKnown) this.#known.clear();
    const wrong = new Set(answer.words);
    for (const word of words) this.#known.set(word, !wrong.has(word));
    return true;
  }

  /** What may have been meant, the likeliest first. */
  async suggest(word: string): Promise<readonly string[]> {
    const answer = await this.#ask({ type: 'suggest', word });
    return 'failed' in answer ? [] : answer.words;
  }

  #ask(question: Question): Promise<FromSpeller> {
    this.#serial += 1;
    const serial = this.#serial;
    this.#worker ??= this.#open();
    const message: ToSpeller = { ...question, serial };
    this.#worker.postMessage(message);
    return new Promise((resolve) => this.#asked.set(serial, resolve));
  }

  #open(): Worker {
    const worker = new Worker(new URL('./spelling.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', (event: MessageEvent<FromSpeller>) => {
      this.#asked.get(event.data.serial)?.(event.data);
      this.#asked.delete(event.data.serial);
    });
    worker.addEventListener('error', () => this.#close());
    return worker;
  }

  #close(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const [serial, answer] of this.#asked) answer({ serial, failed: 'closed' });
    this.#asked.clear();
  }
}

/** The window's one dictionary. */
export const speller = new Speller();
