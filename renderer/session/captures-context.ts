import { createContext, useContext } from 'react';
import type { CaptureStore } from '../persistence/captures.ts';

/** Where captured files are kept. The app provides it. */
export const CapturesContext = createContext<CaptureStore | null>(null);

export function useCaptures(): CaptureStore {
  const captures = useContext(CapturesContext);
  if (captures === null) throw new Error('The app provides the captures');
  return captures;
}
