// caught by: cruiser citations-are-pure
export { engine } from '../search/engine.ts';
