// caught by: cruiser relay-carries-blindly
export { data } from '../shared/story/data.ts';
