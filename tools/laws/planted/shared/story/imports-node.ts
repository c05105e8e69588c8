// caught by: cruiser renderer-has-no-node
export { readFileSync } from 'node:fs';
