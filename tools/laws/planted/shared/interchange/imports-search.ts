// caught by: cruiser interchange-is-pure
export { engine } from '../search/engine.ts';
