/** Fetching a web address that a person asked for; the only way from the app to the web. */
export { createFetchServices } from './services.ts';
export type { FetchServices } from './services.ts';
