// caught by: cruiser sharing-imports
export { engine } from '../../shared/search/engine.ts';
