// caught by: cruiser history-is-pure
export { engine } from '../search/engine.ts';
