import { useEffect } from 'react';

/** Shorter text without a line break is a word somebody meant to paste into a field, not a page. */
const shortestPage = 200;

/** Takes a page that is pasted while no field has the focus and no dialog is open. */
export function usePastedText(
  onText: (text: string, html: string) => void,
  onFiles: (files: readonly File[]) => void,
): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      if (event.defaultPrevented || isForSomebodyElse(event.target)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length > 0) onFiles(files);
      else if (text.length >= shortestPage || /\S\s*\n\s*\S/.test(text))
        onText(text, event.clipboardData?.getData('text/html') ?? '');
      else return;
      event.preventDefault();
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [onText, onFiles]);
}

function isForSomebodyElse(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="alertdialog"]') !== null) return true;
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, select') !== null)
  );
}
