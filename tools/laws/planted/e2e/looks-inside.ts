// caught by: cruiser e2e-presses-buttons
export { shell } from '../renderer/app/shell.ts';
