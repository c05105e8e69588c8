// caught by: cruiser main-imports
export { session } from '../renderer/session/index.ts';
