// caught by: cruiser imports-brief-search-are-pure
export { bridge } from '../bridge/index.ts';
