// caught by: cruiser sections-are-strangers
export { b } from '../b/index.ts';
