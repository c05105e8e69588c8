// caught by: cruiser evidence-is-read-from-the-story
export { engine } from '../search/engine.ts';
