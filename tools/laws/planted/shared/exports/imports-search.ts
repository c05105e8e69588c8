// caught by: cruiser exports-are-pure
export { engine } from '../search/engine.ts';
