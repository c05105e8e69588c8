// caught by: cruiser nothing-imports-tools
export { helper } from '../tools/helper.ts';
