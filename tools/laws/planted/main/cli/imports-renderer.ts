// caught by: cruiser cli-imports
export { session } from '../../renderer/session/index.ts';
