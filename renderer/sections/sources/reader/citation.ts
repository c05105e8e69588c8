import { dateInWords } from '../../../../shared/story/dates/index.ts';
import type { EntryOf } from '../../../../shared/story/sections.ts';

type SourceValues = EntryOf<'sources'>['fields'];

/** `“quote” — Title, Publisher, 25 March 2021, p. 3`: what is known of it, in this order. */
export function citation(
  quote: string,
  { title, address, publisher, published }: SourceValues,
  page: string | null,
): string {
  const from = [
    title || address || 'Untitled source',
    publisher,
    published === null ? '' : dateInWords(published),
    page === null ? '' : `p. ${page}`,
  ];
  return `“${quote.replace(/\s+/g, ' ').trim()}” — ${from.filter((part) => part !== '').join(', ')}`;
}

/** Puts words on the clipboard, and what else is said of them by its media type. False where the system did not take them. */
export function copyWords(words: string, more: Readonly<Record<string, string>> = {}): boolean {
  let isTaken = false;
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', words);
    for (const [type, data] of Object.entries(more)) event.clipboardData?.setData(type, data);
    event.preventDefault();
    isTaken = event.clipboardData !== null;
  };
  // The page has no right to the clipboard of its own accord; copying by command is a person's doing.
  document.addEventListener('copy', onCopy, { capture: true, once: true });
  const isDone = document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
  return isDone && isTaken;
}
