// caught by: cruiser sync-does-not-know-the-story
export { data } from '../story/data.ts';
