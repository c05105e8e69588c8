// caught by: cruiser story-is-plain
export { bridge } from '../bridge/index.ts';
