import type { PrintProgress } from '../../shared/bridge/index.ts';

interface ShownProgress {
  readonly words: string;
  /** Per cent. */
  readonly value: number;
}

/** How far printing is, as words and as a bar shows it. Laying out and printing take longest. */
export function progressOf(progress: PrintProgress | 'asking'): ShownProgress {
  if (progress === 'asking') return { words: 'Choosing where to save', value: 5 };
  const { stage, page, pages } = progress;
  switch (stage) {
    case 'laying-out':
      return { words: 'Laying out the pages', value: 15 };
    case 'pages':
      return { words: `Page ${Math.min(page + 1, pages)} of ${pages}`, value: 35 + (25 * page) / Math.max(1, pages) };
    case 'printing':
      return { words: pages > 1 ? `Printing ${pages} pages` : 'Printing', value: 65 };
    case 'saving':
      return { words: 'Saving', value: 95 };
  }
}
