import { useCallback, useState } from 'react';
import type { OpenPdf } from '../../captures/pdf/index.ts';

interface Drawn {
  readonly pdf: OpenPdf;
  readonly scale: number;
  readonly pages: ReadonlySet<number>;
}

interface DrawnPages {
  /** Whether the picture of a page, from 1, is whole and of this PDF as large as it is wanted. */
  isDrawn(number: number): boolean;
  readonly onDrawn: (number: number, isWhole: boolean) => void;
}

/** Which pages of a PDF are drawn. `scale`: CSS pixels per point. */
export function useDrawn(pdf: OpenPdf | null, scale: number): DrawnPages {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const onDrawn = useCallback(
    (number: number, isWhole: boolean) => {
      if (pdf === null) return;
      setDrawn((before) => {
        const isSame = before !== null && before.pdf === pdf && before.scale === scale;
        // What another PDF had drawn is of no account any more.
        if (!isSame) return isWhole ? { pdf, scale, pages: new Set([number]) } : before;
        const others = [...before.pages].filter((page) => page !== number);
        return { pdf, scale, pages: new Set(isWhole ? [...others, number] : others) };
      });
    },
    [pdf, scale],
  );
  const isCurrent = drawn !== null && drawn.pdf === pdf && drawn.scale === scale;
  return { isDrawn: (number) => isCurrent && drawn.pages.has(number), onDrawn };
}
