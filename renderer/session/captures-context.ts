import { createContext, useContext } from 'react';
import { createCaptureStore } from '../persistence/captures.ts';
import type { CaptureStore } from '../persistence/captures.ts';

/** Where captured files are kept: this computer's own store, unless a test says otherwise. It is opened when first used. */
export const CapturesContext = createContext<CaptureStore>(createCaptureStore());

export function useCaptures(): CaptureStore {
  return useContext(CapturesContext);
}
