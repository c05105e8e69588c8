// caught by: cruiser sharing-engine-is-plain
export type { App } from 'electron';
