// caught by: cruiser sections-are-strangers
export { shell } from '../../app/shell.ts';
