import { fileURLToPath } from 'node:url';

/** The checkout's top folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is driven: the packaged app, or the built files through a bare Electron. */
export interface Subject {
  readonly executable: string;
  /** What goes before any other argument. */
  readonly args: readonly string[];
}

/** Reads what `npm run e2e` chose. Throws where the journeys were started in another way. */
export function subject(): Subject {
  const executable = process.env['BACKSTORY_E2E_EXECUTABLE'];
  if (executable === undefined)
    throw new Error('Start the journeys with `npm run e2e`: it packages the app they drive.');
  return { executable, args: process.env['BACKSTORY_E2E_UNPACKAGED'] === undefined ? [] : [root] };
}
