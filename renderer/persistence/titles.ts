import type * as Y from 'yjs';
import { storyMap } from '../../shared/story/document.ts';
import type { JournalLink } from './journal-link.ts';
import { isListId } from './list-ids.ts';

/** The title of a notebook by its root document, for its folder; '' for a document that has none. */
export function titleOf(docId: string, doc: Y.Doc): string {
  if (docId.includes('.') || isListId(docId)) return '';
  const title = storyMap(doc).get('title');
  return typeof title === 'string' ? title : '';
}

/** Tells the journal a notebook's title when it is another than the one told last. */
export class TitleTeller {
  readonly #link: JournalLink;
  #told: string | null = null;

  constructor(link: JournalLink) {
    this.#link = link;
  }

  tell(title: string): void {
    if (title === this.#told) return;
    this.#told = title;
    void this.#link.title(title).then((answer) => {
      // It is told again with the next edit.
      if (!answer.ok) this.#told = null;
    });
  }
}
