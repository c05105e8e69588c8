import { useEffect, useRef } from 'react';
import { loadDraftFromFile } from '../editor/index.ts';
import { useActions } from '../session/actions.ts';
import { useCaptures } from '../session/captures-context.ts';
import { useReadOnly, useSession, useView } from '../session/session-context.ts';
import { sizeWords, toasts } from '../ui/index.ts';
import { fromMarkdownAction } from './from-markdown-action.ts';

/** Bytes of the largest file that is read, its pictures included. */
const mostBytes = 100_000_000;
/** Milliseconds of reading after which it can be stopped. */
const longReading = 1000;

/** Makes a draft of a Markdown file that a person chooses, and shows it. Mounted beside whatever the window shows; a viewer is not offered it. */
export function NewDraftFromMarkdown() {
  const session = useSession();
  const captures = useCaptures();
  const view = useView();
  const isReadOnly = useReadOnly();
  const input = useRef<HTMLInputElement>(null);
  // Whether a draft may still be made here: the notebook may be left, or become one to be read only, while a file is read.
  const reading = useRef<AbortController>(null);
  useEffect(() => () => reading.current?.abort(), [isReadOnly]);

  const read = async (file: File): Promise<void> => {
    reading.current?.abort();
    const own = new AbortController();
    reading.current = own;
    const problem = await whileShown(file.name, own, async () => {
      if (file.size > mostBytes)
        return `No draft was made: “${file.name}” has ${sizeWords(file.size)}, and ${sizeWords(mostBytes)} can be read.`;
      const { draftFromFile } = await loadDraftFromFile();
      const made = await draftFromFile(file, { session, captures, signal: own.signal });
      if (!made.ok) return made.error;
      const { ref, title, remarks } = made.value;
      view.go({ view: 'drafts', open: ref.id }, ref);
      focusMain();
      const message = [`“${title}” is a draft now.`, ...remarks].join(' ');
      toasts.show({ message, ...(remarks.length === 0 ? {} : { timeout: null }) });
      return '';
    });
    if (problem !== '' && !own.signal.aborted) toasts.show({ message: problem, tone: 'error' });
  };
  useActions(
    isReadOnly
      ? []
      : [
          {
            id: fromMarkdownAction,
            title: 'New draft from Markdown…',
            group: 'Drafts',
            keywords: ['import', 'open', 'md', 'text', 'file', 'write'],
            run: () => input.current?.click(),
          },
        ],
  );
  return (
    <input
      ref={input}
      type="file"
      hidden
      accept=".md,.markdown,.mdown,.txt,text/markdown,text/plain"
      aria-label="Markdown file"
      onChange={({ target }) => {
        const [file] = target.files ?? [];
        // The same file may be chosen again.
        target.value = '';
        if (file !== undefined) void read(file);
      }}
    />
  );
}

/** Puts the focus where the draft is: what was pressed may be gone with the list. */
function focusMain(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) document.querySelector('main')?.focus();
  });
}

/** Says of a file that takes long that it is being read, with a way to stop. */
async function whileShown<T>(name: string, reading: AbortController, work: () => Promise<T>): Promise<T> {
  let toast: number | null = null;
  const timer = setTimeout(() => {
    toast = toasts.show({
      message: `Reading “${name}”…`,
      timeout: null,
      action: { label: 'Stop', run: () => reading.abort() },
    });
  }, longReading);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (toast !== null) toasts.close(toast);
  }
}
