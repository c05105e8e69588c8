// caught by: cruiser citing-is-pure
export { engine } from '../search/engine.ts';
