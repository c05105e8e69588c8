// caught by: cruiser renderer-has-no-node
export { join } from 'node:path';
