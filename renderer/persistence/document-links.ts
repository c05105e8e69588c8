import { JournalLink } from './journal-link.ts';
import type { Journal } from './journal-link.ts';
import type { StoreWork } from './store-work.ts';

/** The notebook of a document: drafts are named after their root, see `document.ts`. */
export function notebookOf(docId: string): string {
  return docId.split('.', 1)[0] ?? docId;
}

interface Held {
  readonly link: JournalLink;
  users: number;
  closing: Promise<void> | null;
}

/** The journals of the notebooks that are open here: one each, for as long as one of its documents needs it. */
export class DocumentLinks {
  readonly #held = new Map<string, Held>();
  readonly #journal: Journal;
  readonly #work: StoreWork;
  readonly #beforeClose: (link: JournalLink) => Promise<void>;

  /** @param beforeClose what is still to be done when the last document was closed */
  constructor(journal: Journal, work: StoreWork, beforeClose: (link: JournalLink) => Promise<void>) {
    this.#journal = journal;
    this.#work = work;
    this.#beforeClose = beforeClose;
  }

  /** The journal of an open notebook. */
  get(notebook: string): JournalLink | null {
    return this.#held.get(notebook)?.link ?? null;
  }

  async take(docId: string): Promise<JournalLink> {
    const notebook = notebookOf(docId);
    for (let closing = this.#held.get(notebook)?.closing; closing; closing = this.#held.get(notebook)?.closing)
      await closing;
    const known = this.#held.get(notebook);
    const held = known ?? { link: new JournalLink(this.#journal, this.#work, notebook), users: 0, closing: null };
    held.users += 1;
    this.#held.set(notebook, held);
    return held.link;
  }

  async release(docId: string): Promise<void> {
    const notebook = notebookOf(docId);
    const held = this.#held.get(notebook);
    if (held === undefined) return;
    held.users -= 1;
    if (held.users > 0) return;
    held.closing = this.#close(held.link).finally(() => this.#held.delete(notebook));
    await held.closing;
  }

  async #close(link: JournalLink): Promise<void> {
    await this.#beforeClose(link).catch(() => undefined);
    await link.close();
  }
}
