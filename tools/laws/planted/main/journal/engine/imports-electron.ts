// caught by: cruiser journal-engine-is-plain
export type { App } from 'electron';
