// caught by: cruiser ui-knows-no-story
export { session } from '../session/index.ts';
