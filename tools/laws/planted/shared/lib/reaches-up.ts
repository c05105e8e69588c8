// caught by: cruiser lib-imports-nothing
export { data } from '../story/data.ts';
