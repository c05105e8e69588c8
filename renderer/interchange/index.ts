import { lazy } from 'react';

/** What a file of references or annotations holds, before it is added. Loaded with the first: the forms of other programs are large. */
export const ExchangeDialog = lazy(async () => ({ default: (await import('./ExchangeDialog.tsx')).ExchangeDialog }));
export { ExportFlow } from './ExportFlow.tsx';
