import { createContext, useContext } from 'react';
import type { Surface } from './surface.ts';
import type { ReadVersion } from './use-passages.ts';

/** What is read, and what it is shown on. */
interface ReaderPage {
  readonly version: ReadVersion;
  readonly surface: Surface;
}

export const ReaderPageContext = createContext<ReaderPage | null>(null);

/** The version that is read here. Only within the reader. */
export function useReaderPage(): ReaderPage {
  const page = useContext(ReaderPageContext);
  if (page === null) throw new Error('This part of the reader needs a text');
  return page;
}
