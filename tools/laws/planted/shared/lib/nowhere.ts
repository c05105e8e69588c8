// caught by: cruiser no-unresolvable
export { nothing } from './nothing.ts';
