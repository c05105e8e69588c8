import { lazy } from 'react';

/** A timeline in a table, before it is taken over. Loaded with the first. */
export const TableDialog = lazy(async () => ({ default: (await import('./TableDialog.tsx')).TableDialog }));
export type { AcceptedTable } from './accepted-table.ts';
