// caught by: cruiser door-of-shared-bridge
export { inner } from '../shared/bridge/inner.ts';
