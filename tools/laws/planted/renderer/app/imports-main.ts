// caught by: cruiser renderer-has-no-platform
export { service } from '../../main/service.ts';
