import { useEffect, useState } from 'react';
import type { OpenPdf } from '../../captures/pdf/index.ts';
import { lengthWords } from '../length.ts';
import type { LengthWish } from '../length.ts';

/** Why the PDF is longer than was wished, in a line; null where it is not, or no length was wished. */
export function useLength(pdf: OpenPdf | null, wish: LengthWish | null): string | null {
  const [words, setWords] = useState<string | null>(null);
  const { limit = null, draft = null, after = null } = wish ?? {};
  useEffect(() => {
    // What is shown meanwhile is of the PDF before, as its pages are.
    if (pdf === null) return undefined;
    let isWanted = true;
    const tell = async (): Promise<void> => {
      const stops = limit === null || pdf.pageCount <= limit ? [] : await pdf.outline();
      if (isWanted) setWords(limit === null ? null : lengthWords({ limit, draft, after }, pdf.pageCount, stops));
    };
    // A document that was closed meanwhile has nothing to tell.
    tell().catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [pdf, limit, draft, after]);
  return wish === null ? null : words;
}
