// caught by: cruiser bridge-does-no-work
export { engine } from '../search/engine.ts';
